import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { action as post, loader as open } from "#app/routes/unsubscribe/unsubscribe.tsx";
import { startUpdates } from "#app/signatures/own/choose-updates.server.ts";
import { eraseOwn } from "#app/signatures/own/erase-own.server.ts";
import { findWayOut, unsubscribe } from "#app/signatures/unsubscribe.server.ts";
import { db } from "#db/client.server.ts";
import { consents, deliveries, unsubscribeLinks } from "#db/schema/index.ts";
import { cards } from "#emails/index.ts";
import type { FakeResend } from "#tests/fakes/resend.ts";
import { deliver, emptyOutbox, openPost } from "./mail-post.ts";
import { ADA, forgetSigners, logOf, pageOf } from "./own-page-steps.ts";
import { after, anOpenLetter, type OpenLetter, signsAndConfirms } from "./signing-steps.ts";

/** A card of each sort stands in for every other of the sort: what counts is the word on the card. */
const { "my-page": asUpdate, "already-signed": asReminder } = cards;
let fake: FakeResend;

beforeAll(async () => {
  fake = await openPost();
  Object.assign(asUpdate, { sort: "updates" });
  Object.assign(asReminder, { sort: "reminders" });
});

afterAll(async () => {
  Object.assign(asUpdate, { sort: "transactional" });
  Object.assign(asReminder, { sort: "transactional" });
  await fake.stop();
});

beforeEach(async () => {
  await emptyOutbox();
  await forgetSigners();
  fake.accepted.length = 0;
});

async function aSigner(given: Parameters<typeof anOpenLetter>[0] = {}) {
  const letter = await anOpenLetter(given);
  const confirmed = await signsAndConfirms(letter, { updates: true });
  await emptyOutbox();
  return { letter, ...confirmed };
}

async function mailed({ campaign }: OpenLetter, signatureId: string, card: "my-page" | "already-signed" = "my-page") {
  const props = { name: "Ada", campaignName: "Dear retailers", letterTitle: "Dear retailers", code: "123456", meUrl: "https://countersign.example/me/x" };
  await db.insert(deliveries).values({ card, props, toAddress: ADA, priority: MAIL_PRIORITY.updates, campaignId: campaign.id, signatureId });
}

async function sends(letter: OpenLetter, signatureId: string) {
  await mailed(letter, signatureId);
  await deliver();
  const headers = fake.accepted.at(-1)?.headers ?? {};
  const url = /^<(.*\/unsubscribe\/([\w-]{43}))>$/.exec(headers["List-Unsubscribe"] ?? "");
  return { headers, token: url?.[2] ?? "" };
}

describe("a mail that its reader can end", () => {
  test("says so to mail programs, with one address for all mails of its sort to its reader", async () => {
    const { letter, signature } = await aSigner();
    const first = await sends(letter, signature.id);
    expect(first.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "Auto-Submitted": "auto-generated" });
    expect(first.token).not.toBe("");
    expect((await sends(letter, signature.id)).token).toBe(first.token);
    const [row] = await db.select().from(unsubscribeLinks);
    expect(Object.values(row ?? {})).not.toContain(first.token);
  });

  test("bears a way out that works also after the house's secret has changed", async () => {
    const { letter, signature } = await aSigner();
    const { token } = await sends(letter, signature.id);
    await db.update(unsubscribeLinks).set({ tokenHash: "made with another secret" });
    expect(await findWayOut(token)).toBeUndefined();
    await sends(letter, signature.id);
    expect(await findWayOut(token)).toMatchObject({ sort: "updates" });
  });

  test("is not sent once it was ended, nor is any other of its sort to the address; all others are", async () => {
    const other = await aSigner();
    const { letter, signature } = await aSigner();
    const { token } = await sends(letter, signature.id);
    await mailed(letter, signature.id);
    expect(await unsubscribe(token, after(5))).toEqual({ outcome: "ended" });
    expect(await unsubscribe(token, after(6))).toEqual({ outcome: "already ended" });
    await mailed(letter, signature.id);
    await mailed(letter, signature.id, "already-signed");
    await mailed(other.letter, other.signature.id);
    await deliver();
    expect(fake.accepted.map(({ subject }) => subject.split(":")[0])).toEqual(["Your page", "You have signed already", "Your page"]);
    const kept = await db.select().from(deliveries).where(eq(deliveries.campaignId, letter.campaign.id));
    expect(kept.map(({ state }) => state).toSorted()).toEqual(["cancelled", "cancelled", "sent", "sent"]);
  });

  test("ended, ends the consent, and stands in the log without a name; asked for again, it comes again", async () => {
    const { letter, signature, meToken } = await aSigner();
    const { token } = await sends(letter, signature.id);
    await Promise.all([unsubscribe(token, after(5)), unsubscribe(token, after(5))]);
    expect(await db.select().from(consents)).toMatchObject([{ withdrawnAt: after(5) }]);
    expect(await logOf(letter)).toEqual([{ act: "changed", subject: "signature", organizerId: null, what: { updates: "unsubscribed" } }]);
    await startUpdates((await pageOf(meToken)).first, after(6));
    await sends(letter, signature.id);
    expect(fake.accepted).toHaveLength(2);
  });
});

describe("the link", () => {
  test("is not guessed, not the own page's, and ends with the signature", async () => {
    const { letter, signature, meToken } = await aSigner();
    const { token } = await sends(letter, signature.id);
    for (const other of ["", "x", meToken, `${token}x`, signature.id]) expect(await unsubscribe(other, after(5))).toEqual({ outcome: "unknown" });
    expect(await findWayOut(token)).toMatchObject({ sort: "updates", stoppedAt: null });
    await eraseOwn({ canonicalEmail: ADA, ids: [signature.id] }, after(6));
    expect(await findWayOut(token)).toBeUndefined();
    expect(await unsubscribe(token, after(7))).toEqual({ outcome: "unknown" });
  });

  test.each(["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])("takes a mail provider's post as it comes (%s), and reading it changes nothing", async (type) => {
    const { letter, signature } = await aSigner();
    const { token } = await sends(letter, signature.id);
    const at = { params: { token }, context: { isFromThisMachine: false } };
    const url = `https://countersign.example/unsubscribe/${token}`;
    expect(await open({ ...at, request: new Request(url) })).toMatchObject({ data: { found: { isEnded: false } } });
    const body = type.startsWith("multipart") ? '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n' : "List-Unsubscribe=One-Click";
    expect(await post({ ...at, request: new Request(url, { method: "POST", headers: { "Content-Type": type }, body }) })).toEqual({ outcome: "ended" });
    expect(await open({ ...at, request: new Request(url) })).toMatchObject({ data: { found: { isEnded: true } } });
  });
});
