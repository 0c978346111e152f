import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { confirmSignature, denySignature } from "#app/signatures/confirm.server.ts";
import { findConfirmation } from "#app/signatures/confirmation.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { findOwnPage } from "#app/signatures/own/own-page.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
import { db } from "#db/client.server.ts";
import { signatures } from "#db/schema/index.ts";
import { aTarget } from "#tests/build.ts";
import {
  after, anOpenLetter, browserOf, DAY, HOUR, listMessagesOf, listSignatures, MORNING, newestMail, signatureOf, signs, signsAndConfirms,
} from "./signing-steps.ts";

const NOTHING_TICKED = { releasedMessageIds: [] };

async function adaHasSigned() {
  const open = await anOpenLetter();
  const { sessionToken } = await signs(open);
  const { token } = await newestMail(open);
  return { open, token, sessionToken };
}

describe("the mailed link", () => {
  test("shows what is to be confirmed, and opening it changes nothing", async () => {
    const { open, token } = await adaHasSigned();
    expect(await findConfirmation(token, after(1))).toEqual({
      name: "Ada Lovelace", sharesWith: null, state: "waiting", campaignSlug: open.campaign.slug, campaignName: "Dear retailers", isSample: false,
      letterTitle: "Dear retailers", language: "en", heldMessages: [],
      country: "GB", postcode: null, comment: null, isNameShown: false, wantsUpdates: false, accent: null, logoHash: null,
    });
    expect(await listSignatures(open)).toMatchObject([{ state: "pending", confirmedAt: null }]);
    expect(await countSignatures(open.campaign.id)).toBe(0);
  });

  test("shows all that somebody else may have typed, before its owner stands by it", async () => {
    const open = await anOpenLetter();
    await signs(open, { postcode: "N1", comment: "Not my words.", isNameShown: true, updates: true });
    const { token } = await newestMail(open);
    expect(await findConfirmation(token, after(1))).toMatchObject({
      country: "GB", postcode: "N1", comment: "Not my words.", isNameShown: true, wantsUpdates: true,
    });
  });

  test("confirms when its button is pressed", async () => {
    const { open, token } = await adaHasSigned();
    const answer = await confirmSignature(token, NOTHING_TICKED, after(5));
    expect(answer).toMatchObject({ outcome: "confirmed", campaignSlug: open.campaign.slug });
    expect(await listSignatures(open)).toMatchObject([{ state: "confirmed", confirmedAt: after(5) }]);
    expect(await countSignatures(open.campaign.id)).toBe(1);
    expect(await findConfirmation(token, after(6))).toMatchObject({ state: "confirmed" });
  });

  test("pressed twice confirms once", async () => {
    const { open, token } = await adaHasSigned();
    await confirmSignature(token, NOTHING_TICKED, after(5));
    expect(await confirmSignature(token, NOTHING_TICKED, after(9))).toMatchObject({ outcome: "already confirmed" });
    expect(await listSignatures(open)).toMatchObject([{ confirmedAt: after(5) }]);
    expect(await countSignatures(open.campaign.id)).toBe(1);
  });

  test("pressed by ten at once confirms once", async () => {
    const { open, token } = await adaHasSigned();
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirmSignature(token, NOTHING_TICKED, after(5))));
    expect(answers.filter(({ outcome }) => outcome === "confirmed")).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === "already confirmed")).toHaveLength(9);
    expect(await countSignatures(open.campaign.id)).toBe(1);
  });

  test("opens a proven browser and the signer's own page", async () => {
    const { open, token } = await adaHasSigned();
    const answer = await confirmSignature(token, NOTHING_TICKED, after(5));
    if (answer.outcome !== "confirmed") throw new Error(answer.outcome);
    expect(await browserOf(open, answer.sessionToken, after(6))).toMatchObject({ isConfirmed: true, email: "ada@example.org" });
    expect(await findOwnPage(answer.meToken, after(6))).toMatchObject({
      signatures: expect.arrayContaining([expect.objectContaining({ name: "Ada Lovelace", campaign: expect.objectContaining({ id: open.campaign.id }) })]),
    });
  });

  test("expires after thirty days, and says so", async () => {
    const { open, token } = await adaHasSigned();
    expect(await findConfirmation(token, after(30 * DAY))).toMatchObject({ state: "expired" });
    expect(await confirmSignature(token, NOTHING_TICKED, after(30 * DAY))).toEqual({ outcome: "expired", campaignSlug: open.campaign.slug });
    expect(await listSignatures(open)).toMatchObject([{ state: "pending" }]);
  });

  test("that we do not know opens nothing", async () => {
    const { open } = await adaHasSigned();
    const { meToken } = await signsAndConfirms(open, { email: "sam@example.org" });
    for (const unknown of ["", "nonsense", "\0", meToken]) {
      expect(await findConfirmation(unknown)).toBeUndefined();
      expect(await confirmSignature(unknown, NOTHING_TICKED)).toEqual({ outcome: "unknown" });
      expect(await denySignature(unknown)).toEqual({ outcome: "unknown" });
    }
  });

  test("posted in public a day after it did its work, opens nothing more", async () => {
    const { open, token } = await adaHasSigned();
    await confirmSignature(token, NOTHING_TICKED, after(5));
    const answer = await confirmSignature(token, NOTHING_TICKED, after(DAY + 5));
    expect(answer).toEqual({ outcome: "already confirmed", campaignSlug: open.campaign.slug });
  });

  test("still confirms for the first time on its last day", async () => {
    const { token } = await adaHasSigned();
    expect(await confirmSignature(token, NOTHING_TICKED, after(30 * DAY - 1))).toMatchObject({ outcome: "confirmed" });
  });

  test("confirms a withdrawn signature anew, in its old place", async () => {
    const { open, token } = await adaHasSigned();
    await confirmSignature(token, NOTHING_TICKED, after(5));
    const { id } = await signatureOf(open, "ada@example.org");
    await withdrawSignature({ signatureId: id, campaignSlug: open.campaign.slug }, after(HOUR));
    await signs(open, {}, after(2 * HOUR));
    expect(await confirmSignature((await newestMail(open)).token, NOTHING_TICKED, after(3 * HOUR))).toMatchObject({ outcome: "confirmed" });
    expect(await signatureOf(open, "ada@example.org")).toMatchObject({ state: "confirmed", confirmedAt: after(5), stateChangedAt: after(3 * HOUR) });
  });

  test("opens nothing once the signature is withdrawn, and neither does its code", async () => {
    const { open, token } = await adaHasSigned();
    await confirmSignature(token, NOTHING_TICKED, after(5));
    await signs(open, {}, after(30));
    const { code } = await newestMail(open);
    const { id } = await signatureOf(open, "ada@example.org");
    await withdrawSignature({ signatureId: id, campaignSlug: open.campaign.slug }, after(HOUR));
    expect(await findConfirmation(token, after(HOUR + 1))).toBeUndefined();
    expect(await confirmSignature(token, NOTHING_TICKED, after(HOUR + 1))).toEqual({ outcome: "unknown" });
    expect(await confirmByCode({ campaignId: open.campaign.id, email: "ada@example.org", code, sessionToken: undefined }, after(HOUR + 1))).toEqual({ outcome: "wrong" });
    expect(await listSignatures(open)).toMatchObject([{ state: "withdrawn" }]);
  });

  test.each(["suspect", "removed"] as const)("of a signature that is %s since, confirms nothing and opens nothing", async (state) => {
    const { open, token } = await adaHasSigned();
    const { id } = await signatureOf(open, "ada@example.org");
    await setState(id, state);
    const answer = await confirmSignature(token, NOTHING_TICKED, after(5));
    expect(answer).not.toHaveProperty("sessionToken");
    expect(answer).not.toHaveProperty("meToken");
    expect(await listSignatures(open)).toMatchObject([{ state }]);
  });
});

describe("it wasn't me", () => {
  test("leaves no trace of the request", async () => {
    const { open, token } = await adaHasSigned();
    expect(await denySignature(token, after(5))).toEqual({ outcome: "removed" });
    expect(await listSignatures(open)).toEqual([]);
    expect(await denySignature(token, after(6))).toEqual({ outcome: "unknown" });
    expect(await confirmSignature(token, NOTHING_TICKED, after(6))).toEqual({ outcome: "unknown" });
  });

  test("and confirming at once are one or the other", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { open, token } = await adaHasSigned();
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, place) => (place % 2 ? denySignature(token, after(5)) : confirmSignature(token, NOTHING_TICKED, after(5)))),
      );
      const outcomes = answers.map(({ outcome }) => outcome);
      const [signature] = await listSignatures(open);
      expect(signature?.state).toBe(outcomes.includes("removed") ? undefined : "confirmed");
      expect(outcomes.filter((outcome) => outcome === "removed" || outcome === "confirmed")).toHaveLength(1);
    }
  });

  test("takes what the stranger wrote to retailers with it", async () => {
    const { open, token, sessionToken } = await adaHasSigned();
    const shop = await aTarget(open.campaign.id);
    const stranger = await browserOf(open, sessionToken);
    await writeMessages(stranger, { written: [{ targetId: shop.id, subject: "Pills", body: "Buy pills." }], replyRoute: "signer" }, MORNING);
    await denySignature(token, after(5));
    expect(await listMessagesOf(stranger.signatureId ?? "")).toEqual([]);
  });

  test("ends a request to confirm a withdrawn signature anew", async () => {
    const { open, token } = await adaHasSigned();
    await confirmSignature(token, NOTHING_TICKED, after(5));
    const { id } = await signatureOf(open, "ada@example.org");
    await withdrawSignature({ signatureId: id, campaignSlug: open.campaign.slug }, after(HOUR));
    await signs(open, { name: "Sam Stranger" }, after(2 * HOUR));
    const { token: strangers, code } = await newestMail(open);
    expect(await denySignature(strangers, after(3 * HOUR))).toEqual({ outcome: "removed" });
    expect(await confirmSignature(strangers, NOTHING_TICKED, after(3 * HOUR))).toEqual({ outcome: "unknown" });
    expect(await confirmByCode({ campaignId: open.campaign.id, email: "ada@example.org", code, sessionToken: undefined }, after(3 * HOUR))).toEqual({ outcome: "wrong" });
    expect(await listSignatures(open)).toMatchObject([{ state: "withdrawn" }]);
  });

  test("does not remove a confirmed signature, nor one after its link expired", async () => {
    const { open, token } = await adaHasSigned();
    expect(await denySignature(token, after(30 * DAY))).toEqual({ outcome: "unknown" });
    await confirmSignature(token, NOTHING_TICKED, after(5));
    expect(await denySignature(token, after(6))).toEqual({ outcome: "already confirmed" });
    expect(await listSignatures(open)).toMatchObject([{ state: "confirmed" }]);
  });
});

async function adaHasWritten() {
  const { open, token, sessionToken } = await adaHasSigned();
  const shop = await aTarget(open.campaign.id, { name: "Corner Shop" });
  const market = await aTarget(open.campaign.id, { name: "Big Market" });
  const written = [shop, market].map(({ id, retailer }) => ({ targetId: id, subject: `To ${retailer.name}`, body: "Please answer." }));
  await writeMessages(await browserOf(open, sessionToken), { written, replyRoute: "signer" }, MORNING);
  const { id: signatureId } = await signatureOf(open, "ada@example.org");
  return { open, token, signatureId };
}

describe("messages written before the address was proven", () => {
  test("are shown on the mailed link, whole", async () => {
    const { token } = await adaHasWritten();
    expect((await findConfirmation(token, after(1)))?.heldMessages).toMatchObject([
      { retailerName: "Corner Shop", subject: "To Corner Shop", body: "Please answer." },
      { retailerName: "Big Market", subject: "To Big Market", body: "Please answer." },
    ]);
  });

  test("go only where they were ticked", async () => {
    const { token, signatureId } = await adaHasWritten();
    const [toShop] = await listMessagesOf(signatureId);
    await confirmSignature(token, { releasedMessageIds: [toShop?.id ?? ""] }, after(5));
    expect(await listMessagesOf(signatureId)).toMatchObject([
      { subject: "To Corner Shop", releasedAt: after(5), writtenBySession: null },
      { subject: "To Big Market", releasedAt: null },
    ]);
  });

  test("may be ticked on the second visit too", async () => {
    const { token, signatureId } = await adaHasWritten();
    await confirmSignature(token, NOTHING_TICKED, after(5));
    const [, toMarket] = await listMessagesOf(signatureId);
    await confirmSignature(token, { releasedMessageIds: [toMarket?.id ?? ""] }, after(9));
    expect(await listMessagesOf(signatureId)).toMatchObject([{ releasedAt: null }, { releasedAt: after(9) }]);
  });

  test("of somebody else are not let go by one's own link, whatever ids are posted", async () => {
    const { open, signatureId } = await adaHasWritten();
    const adas = (await listMessagesOf(signatureId)).map(({ id }) => id);
    await signs(open, { email: "sam@example.org" });
    const { token: sams } = await newestMail(open);
    expect(await confirmSignature(sams, { releasedMessageIds: [...adas, "no id at all", ""] }, after(5))).toMatchObject({ outcome: "confirmed" });
    expect(await listMessagesOf(signatureId)).toMatchObject([{ releasedAt: null }, { releasedAt: null }]);
  });
});

async function setState(id: string, state: "suspect" | "removed") {
  await db.update(signatures).set({ state }).where(eq(signatures.id, id));
}
