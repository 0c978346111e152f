import { and, count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { listRecentSigners } from "#app/signatures/recent.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { db } from "#db/client.server.ts";
import { signatures, signatureTallies, tallyMarks } from "#db/schema/index.ts";
import { aSignature } from "#tests/build.ts";
import { after, anOpenLetter, MORNING, newestMail, type OpenLetter, signatureOf, signs, signsAndConfirms } from "./signing-steps.ts";

async function plainCount({ campaign }: OpenLetter) {
  const [row] = await db
    .select({ total: count() })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaign.id), eq(signatures.state, "confirmed")));
  return row?.total ?? 0;
}

/** The count as the public sees it after the clock's next round. */
async function tallied({ campaign }: OpenLetter, now: Date) {
  await tallySignatures(now);
  return countSignatures(campaign.id);
}

async function confirms(open: OpenLetter, email: string, now: Date) {
  return signsAndConfirms(open, { email }, now);
}

function aConfirmed(open: OpenLetter, confirmedAt: Date, stateChangedAt = confirmedAt) {
  return aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { confirmedAt, stateChangedAt });
}

describe("the count", () => {
  test("is zero before anybody has confirmed", async () => {
    const open = await anOpenLetter();
    await signs(open);
    expect(await countSignatures(open.campaign.id)).toBe(0);
    expect(await tallied(open, after(10))).toBe(0);
  });

  test("knows a confirmation at once, before any tally", async () => {
    const open = await anOpenLetter();
    await tallySignatures(MORNING);
    await confirms(open, "ada@example.org", after(1));
    expect(await countSignatures(open.campaign.id)).toBe(1);
  });

  test("equals a plain count at every step of every life", async () => {
    const open = await anOpenLetter();
    const withdraw = async (email: string, now: Date) =>
      withdrawSignature({ signatureId: (await signatureOf(open, email)).id, campaignSlug: open.campaign.slug }, now);
    const steps = [
      () => confirms(open, "ada@example.org", after(0)),
      () => confirms(open, "sam@example.org", after(2)),
      () => signs(open, { email: "grace@example.org" }, after(3)),
      () => withdraw("ada@example.org", after(40)),
      () => confirms(open, "late@example.org", after(41)),
      async () => {
        await signs(open, { email: "ada@example.org" }, after(80));
        return confirmSignature((await newestMail(open)).token, { releasedMessageIds: [] }, after(81));
      },
      () => withdraw("sam@example.org", after(82)),
      () => withdraw("ada@example.org", after(200)),
    ];
    const counts: number[] = [];
    for (const [turn, step] of steps.entries()) {
      await step();
      const moment = after([0.5, 2.5, 3.5, 40.5, 41.5, 81.5, 82.5, 200.5][turn] ?? 0);
      const seen = await tallied(open, moment);
      expect(seen, `after step ${turn + 1}`).toBe(await plainCount(open));
      expect(await tallied(open, moment)).toBe(seen);
      counts.push(seen);
    }
    expect(counts).toEqual([1, 2, 2, 1, 2, 3, 2, 1]);
  });

  test("does not drift when two workers tally at once", async () => {
    const open = await anOpenLetter();
    for (const minutes of [0, 0, 1, 2]) await aConfirmed(open, after(minutes));
    await Promise.all([tallySignatures(after(5)), tallySignatures(after(5)), tallySignatures(after(5))]);
    expect(await countSignatures(open.campaign.id)).toBe(4);
    const minutes = await db.select().from(signatureTallies).where(eq(signatureTallies.campaignId, open.campaign.id));
    expect(minutes.map(({ confirmed }) => confirmed).toSorted()).toEqual([1, 1, 2]);
  });

  test("finds a signature whose transaction ended after its minute was tallied", async () => {
    const open = await anOpenLetter();
    await aConfirmed(open, after(0));
    expect(await tallied(open, after(2))).toBe(1);
    await aConfirmed(open, after(0.5));
    expect(await tallied(open, after(3))).toBe(2);
    expect(await plainCount(open)).toBe(2);
  });

  test("leaves the running minute to the tail, so that nothing is counted twice", async () => {
    const open = await anOpenLetter();
    for (const minutes of [0, 0.99, 1, 1.01]) await aConfirmed(open, after(minutes));
    expect(await tallied(open, after(1.5))).toBe(4);
    const [mark] = await db.select().from(tallyMarks).where(eq(tallyMarks.campaignId, open.campaign.id));
    expect(mark).toMatchObject({ total: 2, countedThrough: after(1) });
  });

  test("of one letter has nothing of another", async () => {
    const [open, other] = [await anOpenLetter(), await anOpenLetter()];
    await aConfirmed(open, after(0));
    expect(await tallied(open, after(5))).toBe(1);
    expect(await tallied(other, after(5))).toBe(0);
  });
});

describe("the recent signers", () => {
  test("are confirmed and chose to be shown, the newest first, with name and country alone", async () => {
    const open = await anOpenLetter();
    const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
    await aSignature(of, { name: "Ada Lovelace", confirmedAt: after(1), isNameShown: true, comment: "My kettle listens.", postcode: "SW1" });
    await aSignature(of, { name: "Sam Quiet", confirmedAt: after(2), isNameShown: false });
    await aSignature(of, { name: "Grace Hopper", country: "US", confirmedAt: after(3), isNameShown: true });
    await aSignature(of, { name: "Sam Pending", isNameShown: true });
    for (const state of ["withdrawn", "suspect", "removed"] as const) {
      await aSignature(of, { name: `Sam ${state}`, confirmedAt: after(4), state, isNameShown: true });
    }
    expect(await listRecentSigners(open.campaign.id)).toEqual([{ name: "Grace Hopper", country: "US" }, { name: "Ada Lovelace", country: "GB" }]);
    expect(await listRecentSigners(open.campaign.id, 1)).toHaveLength(1);
  });
});
