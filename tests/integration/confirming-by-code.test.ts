import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { askForMe } from "#app/signatures/ask-for-me.server.ts";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
import { db } from "#db/client.server.ts";
import { consents, signatures } from "#db/schema/index.ts";
import { aTarget } from "#tests/build.ts";
import {
  after, anOpenLetter, browserOf, DAY, HOUR, listMessagesOf, listSignatures, MORNING, newestMail, type OpenLetter, signatureOf, signs, signsAndConfirms, urls,
} from "./signing-steps.ts";

const ADA = "ada@example.org";

function types(open: OpenLetter, code: string, { email = ADA, sessionToken, now = after(1) }: { email?: string; sessionToken?: string; now?: Date } = {}) {
  return confirmByCode({ campaignId: open.campaign.id, email, code, sessionToken }, now);
}

/** A code that is not the one of the mail. */
function wrong(code: string, step = 1) {
  return String((Number(code) + step) % 1_000_000).padStart(6, "0");
}

async function adaHasSigned() {
  const open = await anOpenLetter();
  const { sessionToken } = await signs(open);
  return { open, sessionToken, code: (await newestMail(open)).code };
}

describe("the six digits of the mail", () => {
  test("confirm, and start a proven session, for somebody else may hold the token of the one before", async () => {
    const { open, sessionToken, code } = await adaHasSigned();
    const answer = await types(open, code, { sessionToken });
    if (answer.outcome !== "confirmed") throw new Error(answer.outcome);
    expect(await countSignatures(open.campaign.id)).toBe(1);
    expect(await browserOf(open, answer.sessionToken)).toMatchObject({ isConfirmed: true });
    expect(await browserOf(open, sessionToken)).toMatchObject({ isConfirmed: false });
  });

  test("typed in another browser start a session there, and leave the first unproven", async () => {
    const { open, sessionToken, code } = await adaHasSigned();
    const answer = await types(open, code);
    if (answer.outcome !== "confirmed") throw new Error(answer.outcome);
    expect(await browserOf(open, answer.sessionToken)).toMatchObject({ isConfirmed: true, name: "Ada Lovelace" });
    expect(await browserOf(open, sessionToken)).toMatchObject({ isConfirmed: false });
  });

  test("do not prove a browser that signed with another address", async () => {
    const { open, code } = await adaHasSigned();
    const { sessionToken: sams } = await signs(open, { email: "sam@example.org" });
    const answer = await types(open, code, { sessionToken: sams });
    expect(answer).toMatchObject({ outcome: "confirmed" });
    expect(answer).not.toMatchObject({ sessionToken: sams });
    expect(await browserOf(open, sams)).toMatchObject({ isConfirmed: false, email: "sam@example.org" });
  });

  test("let go what this browser wrote, and nothing that another did", async () => {
    const { open, sessionToken, code } = await adaHasSigned();
    const [shop, market] = [await aTarget(open.campaign.id), await aTarget(open.campaign.id, { name: "Big Market" })];
    const { sessionToken: strangers } = await signs(open);
    const write = async (token: string, targetId: string) =>
      writeMessages(await browserOf(open, token), { written: [{ targetId, subject: "Answer", body: "Please." }], replyRoute: "signer" }, MORNING);
    await write(sessionToken, shop.id);
    await write(strangers, market.id);
    await types(open, code, { sessionToken, now: after(3) });
    const { id } = await signatureOf(open, ADA);
    expect(await listMessagesOf(id)).toMatchObject([{ targetId: shop.id, releasedAt: after(3) }, { targetId: market.id, releasedAt: null }]);
  });

  test("work once", async () => {
    const { open, code } = await adaHasSigned();
    await types(open, code);
    expect(await types(open, code)).toEqual({ outcome: "wrong" });
  });

  test("work for a day", async () => {
    const { open, code } = await adaHasSigned();
    expect(await types(open, code, { now: after(DAY) })).toEqual({ outcome: "wrong" });
    expect(await types(open, code, { now: after(DAY - 1) })).toMatchObject({ outcome: "confirmed" });
  });

  test("of the last mail but one still work, for it may be the one at hand", async () => {
    const { open, code } = await adaHasSigned();
    await signs(open, {}, after(HOUR));
    expect(await types(open, code, { now: after(HOUR + 1) })).toMatchObject({ outcome: "confirmed" });
  });

  test("still work after links to the own page were asked for, which hold no code", async () => {
    const open = await anOpenLetter();
    await signsAndConfirms(open);
    await signs(open, {}, after(HOUR));
    const { code } = await newestMail(open);
    for (const minutes of [1, 2, 3]) await askForMe({ campaign: open.campaign, email: ADA, urls }, after(HOUR + minutes));
    expect(await types(open, code, { now: after(HOUR + 5) })).toMatchObject({ outcome: "confirmed" });
  });
});

describe("a wrong code", () => {
  test("confirms nothing", async () => {
    const { open, code, sessionToken } = await adaHasSigned();
    for (const typed of [wrong(code), "", "12345", `${code}0`, "ⅠⅡⅢ"]) expect(await types(open, typed, { sessionToken })).toEqual({ outcome: "wrong" });
    expect(await listSignatures(open)).toMatchObject([{ state: "pending" }]);
    expect(await browserOf(open, sessionToken)).toMatchObject({ isConfirmed: false });
  });

  test("typed five times, one after the other, kills the right one", async () => {
    const { open, code } = await adaHasSigned();
    for (const step of [1, 2, 3, 4]) await types(open, wrong(code, step));
    expect(await types(open, wrong(code, 5))).toEqual({ outcome: "wrong" });
    expect(await types(open, code)).toEqual({ outcome: "wrong" });
  });

  test("typed twenty times at once buys no more than five tries", async () => {
    const { open, code } = await adaHasSigned();
    await Promise.all(Array.from({ length: 20 }, (_, step) => types(open, wrong(code, step + 1))));
    expect(await types(open, code)).toEqual({ outcome: "wrong" });
    expect(await listSignatures(open)).toMatchObject([{ state: "pending" }]);
  });

  test("may be followed by the code of the next mail", async () => {
    const { open, code } = await adaHasSigned();
    for (const step of [1, 2, 3, 4, 5]) await types(open, wrong(code, step));
    await signs(open, {}, after(HOUR));
    expect(await types(open, (await newestMail(open)).code, { now: after(HOUR + 1) })).toMatchObject({ outcome: "confirmed" });
  });

  test("gets the answer of an address that nobody signed with", async () => {
    const { open, code } = await adaHasSigned();
    expect(await types(open, wrong(code))).toEqual(await types(open, code, { email: "grace@example.org" }));
  });

  test("is what the code of another letter is", async () => {
    const [first, second] = [await adaHasSigned(), await adaHasSigned()];
    expect(await types(second.open, first.code === second.code ? wrong(first.code) : first.code)).toEqual({ outcome: "wrong" });
    expect(await listSignatures(second.open)).toMatchObject([{ state: "pending" }]);
  });

  test.each(["suspect", "removed"] as const)("is what the code of a signature is that is %s since", async (state) => {
    const { open, code, sessionToken } = await adaHasSigned();
    await db.update(signatures).set({ state }).where(eq(signatures.campaignId, open.campaign.id));
    expect(await types(open, code, { sessionToken })).toEqual({ outcome: "wrong" });
    expect(await browserOf(open, sessionToken)).toMatchObject({ isConfirmed: false });
  });

  test("is what another signer's code is", async () => {
    const { open, code } = await adaHasSigned();
    await signs(open, { email: "sam@example.org" });
    const sams = (await newestMail(open)).code;
    expect(await types(open, sams === code ? wrong(code) : sams)).toEqual({ outcome: "wrong" });
  });
});

test("whoever proves the address is named as they typed it, not as somebody did before them", async () => {
  const open = await anOpenLetter();
  await signs(open, { name: "Rude Name", comment: "Nonsense.", isNameShown: true, updates: true });
  const { sessionToken } = await signs(open, { name: "Olive Owner", country: "IE", isNameShown: true }, after(1));
  const { code } = await newestMail(open);
  const typed = { campaignId: open.campaign.id, email: "ada@example.org", code, sessionToken };
  expect(await confirmByCode(typed, after(2))).toMatchObject({ outcome: "confirmed" });
  expect(await listSignatures(open)).toMatchObject([{ name: "Olive Owner", country: "IE", comment: null, isNameShown: false, state: "confirmed" }]);
  expect(await db.$count(consents)).toBe(0);
});

test("whoever signed too, after somebody with their name, is not shown and agrees to nothing by the code; the first browser's choices stand", async () => {
  const open = await anOpenLetter();
  const chosen = { isNameShown: true, updates: true };
  await signs(open, chosen);
  const { code } = await newestMail(open);
  const { sessionToken } = await signs(open, {}, after(1));
  await types(open, code, { sessionToken, now: after(2) });
  const ada = await signatureOf(open, ADA);
  expect(ada).toMatchObject({ state: "confirmed", isNameShown: false });
  expect(await db.$count(consents, eq(consents.signatureId, ada.id))).toBe(0);

  const first = await signs(open, { ...chosen, email: "sam@example.org", name: "Sam" });
  await types(open, (await newestMail(open)).code, { email: "sam@example.org", sessionToken: first.sessionToken });
  const sam = await signatureOf(open, "sam@example.org");
  expect(sam).toMatchObject({ state: "confirmed", isNameShown: true });
  expect(await db.$count(consents, eq(consents.signatureId, sam.id))).toBe(1);
});
