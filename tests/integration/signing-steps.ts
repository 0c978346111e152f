import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { findSigner } from "#app/signatures/session.server.ts";
import type { SignerUrls } from "#app/signatures/links.ts";
import type { SignValues } from "#app/signatures/sign-form.ts";
import { sign } from "#app/signatures/sign.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, mailedAddresses, messages, signatures } from "#db/schema/index.ts";
import { aCampaign, aLetter } from "#tests/build.ts";

/** Steps that the stories of signing share. */
export const MORNING = new Date("2026-03-02T09:00:00Z");

export function after(minutes: number, from = MORNING) {
  return new Date(from.getTime() + minutes * 60_000);
}

export const HOUR = 60;
export const DAY = 24 * HOUR;

export const urls: SignerUrls = {
  confirmation: (token) => `https://countersign.example/signatures/${token}/confirm`,
  denial: (token) => `https://countersign.example/signatures/${token}/deny`,
  me: (token) => `https://countersign.example/me/${token}`,
};

export type OpenLetter = Awaited<ReturnType<typeof anOpenLetter>>;

/** In a house that has written to nobody within the hour: every story has its own Ada, at the same address. */
export async function anOpenLetter(given: Parameters<typeof aCampaign>[0] = {}) {
  await db.delete(mailedAddresses);
  const campaign = await aCampaign(given);
  return { campaign, letter: await aLetter(campaign.id) };
}

/** Signs, and the worker looks at it: the owner of the address has mail. */
export async function signs(open: OpenLetter & { source?: string }, values: Partial<SignValues> = {}, now = MORNING) {
  const ada = { name: "Ada Lovelace", email: "ada@example.org", country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  const signed = await sign({ ...open, values: { ...ada, ...values } }, now);
  await screenSignings(urls, undefined, now);
  return signed;
}

/** Signs and opens the mail's link: how most people come in. */
export async function signsAndConfirms(open: OpenLetter, values: Partial<SignValues> = {}, now = MORNING) {
  const { sessionToken: typedIn } = await signs(open, values, now);
  const { token } = await newestMail(open);
  const confirmed = await confirmSignature(token, { releasedMessageIds: [] }, now);
  if (confirmed.outcome !== "confirmed") throw new Error(`The signature was not confirmed: ${confirmed.outcome}.`);
  return { ...confirmed, typedIn, signature: await signatureOf(open, values.email ?? "ada@example.org") };
}

const Props = z.object({ name: z.string().default(""), code: z.string().default(""), confirmUrl: z.url().optional(), meUrl: z.url().optional() });

/** Mail to signers, oldest first, with the token that its link holds. */
export async function listMails({ campaign }: OpenLetter) {
  const rows = await db.select().from(deliveries).where(eq(deliveries.campaignId, campaign.id)).orderBy(asc(deliveries.id));
  return rows
    .filter(({ messageId }) => messageId === null)
    .map(({ card, toAddress, props }) => {
      const { name, code, confirmUrl, meUrl } = Props.parse(props);
      return { card, to: toAddress, name, code, token: (confirmUrl ?? meUrl ?? "").split("/")[4] ?? "" };
    });
}

export async function newestMail(open: OpenLetter) {
  const mail = (await listMails(open)).at(-1);
  if (!mail) throw new Error("No mail was written.");
  return mail;
}

export async function listSignatures({ campaign }: OpenLetter) {
  return db.select().from(signatures).where(eq(signatures.campaignId, campaign.id));
}

export async function signatureOf(open: OpenLetter, email: string) {
  const signature = (await listSignatures(open)).find((row) => row.email === email);
  if (!signature) throw new Error(`${email} has not signed.`);
  return signature;
}

/** The browser that holds this session. */
export async function browserOf({ campaign }: OpenLetter, sessionToken: string, now = MORNING) {
  const signer = await findSigner(campaign.id, sessionToken, now);
  if (!signer) throw new Error("This browser has no session.");
  return signer;
}

export async function listMessagesOf(signatureId: string) {
  return db.select().from(messages).where(eq(messages.signatureId, signatureId)).orderBy(asc(messages.id));
}
