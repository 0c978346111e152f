import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import { askAgain } from "#app/desk/ask-again.server.ts";
import { unaskedSigners } from "#app/desk/waiting/unasked-signers.server.ts";
import { cancelJob } from "#app/jobs/cancel.server.ts";
import { listJobs } from "#app/jobs/find.server.ts";
import { findLetter } from "#app/letters/find.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { db } from "#db/client.server.ts";
import { jobs, signatures } from "#db/schema/index.ts";
import { aChangingLetter, askingMails, aSignerOf, changesLetter, type ChangingLetter, counted, late, NOON, underTexts, worksOn } from "./changed-letter-steps.ts";
import { after, HOUR, signsAndConfirms } from "./signing-steps.ts";

const NEW_TEXT = "Please sell only what is safe, Amazon too.";
const EVENING = after(12 * HOUR);

let open: ChangingLetter;

beforeEach(async () => {
  await db.update(jobs).set({ state: "cancelled" });
  open = await aChangingLetter();
});

describe("whoever comes late", () => {
  test("with the older text open signs that one, and is asked once the clock comes by", async () => {
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    await signsAndConfirms(open, { email: "late@example.org" }, after(20, NOON));
    expect(await underTexts(open, after(22, NOON))).toEqual({ today: 0, earlier: 1 });
    expect(await late(after(22, NOON))).toBe(1);
    expect(await late(after(23, NOON))).toBe(0);
    expect((await askingMails(open)).map(({ to }) => to)).toEqual(["late@example.org"]);
    const newest = await findLetter(open.campaign.id, { language: "en" });
    await signsAndConfirms({ ...open, letter: { ...open.letter, id: newest?.id ?? "" } }, { email: "new@example.org" }, after(24, NOON));
    expect(await late(after(25, NOON))).toBe(0);
    expect(await underTexts(open, after(26, NOON))).toEqual({ today: 1, earlier: 1 });
  });

  test("because their signature was restored, or given back after it was withdrawn, is asked too", async () => {
    const removed = await aSignerOf(open, 1, { email: "sam@example.org", state: "removed" });
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    await db.update(signatures).set({ state: "confirmed", stateChangedAt: after(10, NOON) }).where(eq(signatures.id, removed.id));
    expect(await late(after(11, NOON))).toBe(1);
    await withdrawSignature({ signatureId: removed.id, campaignSlug: open.campaign.slug }, after(20, NOON));
    await db.update(signatures).set({ state: "confirmed", stateChangedAt: after(30, NOON) }).where(eq(signatures.id, removed.id));
    expect(await late(after(31, NOON))).toBe(0);
  });

  test("is not asked while the job was cancelled; that waits for a human, who asks the others, and nobody twice", async () => {
    await aSignerOf(open, 1, { email: "ada@example.org" });
    await changesLetter(open, NEW_TEXT);
    const [job] = await listJobs(open.campaign.id);
    await cancelJob({ campaignId: open.campaign.id, jobId: job?.id ?? "", by: open.grace.id });
    await counted(open, EVENING);
    expect(await late(EVENING)).toBe(0);
    const waiting = unaskedSigners({ version: (slug, language, number) => `${slug} ${language} ${number}` });
    expect((await waiting.list(open.campaign, 5, EVENING)).map(({ path }) => path)).toEqual([`${open.campaign.slug} en 2`]);
    const wish = { campaignId: open.campaign.id, language: "en", by: open.grace.id };
    expect(await askAgain({ ...wish, number: 1, jobId: v7() })).toEqual({ outcome: "not asked" });
    const both = await Promise.all([askAgain({ ...wish, number: 2, jobId: v7() }), askAgain({ ...wish, number: 2, jobId: v7() })]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["asked", "asked before"]);
    expect(await waiting.list(open.campaign, 5, EVENING)).toEqual([]);
    await worksOn();
    expect(await askingMails(open)).toHaveLength(1);
    expect((await waiting.count([open.campaign], EVENING)).get(open.campaign.id)).toBeUndefined();
  });
});
