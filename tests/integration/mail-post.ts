import { asc, eq } from "drizzle-orm";
import { deliverDueMail } from "#app/mail/deliver.server.ts";
import { enqueueMail, type Mail } from "#app/mail/enqueue.server.ts";
import { env } from "#app/env.server.ts";
import { mailUrls } from "#app/http/absolute-urls.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, mailBatches, suppressions } from "#db/schema/index.ts";
import { startFakeResend } from "#tests/fakes/resend.ts";

/** A fake provider that the house sends to from now on. */
export async function openPost(options: Parameters<typeof startFakeResend>[0] = {}) {
  const fake = await startFakeResend(options);
  env.RESEND_API_KEY = "re_test";
  env.RESEND_BASE_URL = fake.url;
  return fake;
}

/** What one test leaves, due or suppressed, would change the next. */
export async function emptyOutbox() {
  await db.delete(suppressions);
  await db.delete(deliveries);
  await db.delete(mailBatches);
}

export function aMail(to: string, given: Partial<Mail<"sign-in">> = {}) {
  return db.transaction((tx) => enqueueMail(tx, signInMail(to, given)));
}

export async function mailTo(addresses: string[], given: Partial<Mail<"sign-in">> = {}) {
  await db.transaction(async (tx) => {
    for (const address of addresses) await enqueueMail(tx, signInMail(address, given));
  });
}

export function deliver(signal = new AbortController().signal) {
  return deliverDueMail(mailUrls, signal);
}

/** One request and no more, by the rate: on a busy machine a retry falls due while the same round still runs. */
export async function deliverOnce() {
  const { MAIL_RATE_PER_SECOND } = env;
  env.MAIL_RATE_PER_SECOND = 1 / 60;
  await deliver();
  env.MAIL_RATE_PER_SECOND = MAIL_RATE_PER_SECOND;
}

export async function deliveryTo(address: string) {
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.toAddress, address));
  if (!delivery) throw new Error("There is no such delivery.");
  return delivery;
}

export function listBatches() {
  return db.select().from(mailBatches).orderBy(asc(mailBatches.id));
}

/** Addresses of people who do not exist: ada-0@…, ada-1@… */
export function people(count: number) {
  return Array.from({ length: count }, (_, index) => `ada-${index}@example.org`);
}

function signInMail(to: string, given: Partial<Mail<"sign-in">>): Mail<"sign-in"> {
  const url = `https://countersign.example/organize/session/for-${to.split("@")[0]}`;
  return { card: "sign-in", props: { url, minutes: 15 }, to, ...given };
}
