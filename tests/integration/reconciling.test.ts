import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { dismissReconciliation, findLastReconciliation, listReconciliations } from "#app/desk/counting/reconciliations.server.ts";
import { reconcileCounts } from "#app/desk/counting/reconcile.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { readWaiting } from "#app/desk/waiting/read.server.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { db, sql } from "#db/client.server.ts";
import { auditEntries, campaigns, hourlyCounts, reconciliations, signatures, signatureTallies } from "#db/schema/index.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";
import { after, anOpenLetter, DAY, HOUR, MORNING, type OpenLetter } from "./signing-steps.ts";

/** Two days after the first signatures, at the hour. */
const NIGHT = new Date("2026-03-04T03:00:00Z");
const NEXT_NIGHT = after(DAY, NIGHT);

const UNRESTED = { rests: 0, roundMs: 60_000 };

let open: OpenLetter;

beforeEach(async () => {
  await db.update(campaigns).set({ state: "draft" });
  open = await anOpenLetter();
  for (const minutes of [0, 0, 1, 5 * HOUR, DAY, DAY]) await confirmed(after(minutes));
  await aSignature(place(), { createdAt: after(3) });
  await clock(after(DAY + HOUR));
});

function place() {
  return { campaignId: open.campaign.id, letterVersionId: open.letter.id };
}

function confirmed(confirmedAt: Date) {
  return aSignature(place(), { confirmedAt, createdAt: confirmedAt, mailedAt: confirmedAt, stateChangedAt: confirmedAt });
}

async function clock(now: Date) {
  await tallySignatures(now);
  await rollUp(now, UNRESTED);
}

async function spoil(minute: Date, by: number) {
  await sql`update signature_tallies set confirmed = confirmed + ${by} where campaign_id = ${open.campaign.id} and minute = ${minute}`;
  await tallySignatures(after(2 * HOUR + DAY));
}

async function found() {
  return (await listReconciliations(open.campaign.id))[0];
}

async function alarms(now: Date) {
  return (await readWaiting(WAITING_KINDS, { ...open.campaign, role: "organizer" }, now)).find(({ name }) => name === "wrong-counts");
}

describe("the nightly reconciliation", () => {
  test("of a count that is right finds nothing, keeps that, and wakes nobody", async () => {
    await clock(NIGHT);
    await reconcileCounts(undefined, NIGHT);
    expect(await found()).toMatchObject({ night: "2026-03-04", endedAt: NIGHT, counted: 6, wrongBy: 0, wrongMinutes: 0, wrongHours: 0, wrongDays: 0 });
    expect(await alarms(NIGHT)).toBeUndefined();
    expect(await findLastReconciliation(open.campaign.id)).toMatchObject({ pending: 1, suspect: 0, removed: 0, withdrawn: 0 });
  });

  test.each([[12, "The count was wrong by 12 (too high) and was corrected"], [-1, "The count was wrong by 1 (too low) and was corrected"]])(
    "of a tally that is wrong by %i corrects it and raises an alarm",
    async (by, words) => {
      await spoil(MORNING, by);
      expect(await countSignatures(open.campaign.id)).toBe(6 + by);
      await reconcileCounts(undefined, NIGHT);
      expect(await countSignatures(open.campaign.id)).toBe(6);
      expect(await found()).toMatchObject({ counted: 6, wrongBy: by, wrongMinutes: 1 });
      expect(await alarms(NIGHT)).toMatchObject({ count: 1, isYours: true, things: [{ words, press: { words: "Seen" } }] });
    },
  );

  test("finds minutes that nobody confirmed in, in days that nobody confirmed in", async () => {
    await db.insert(signatureTallies).values({ campaignId: open.campaign.id, minute: new Date("2019-02-12T12:00:00Z"), confirmed: 4 });
    await tallySignatures(after(DAY + 2 * HOUR));
    expect(await countSignatures(open.campaign.id)).toBe(10);
    await reconcileCounts(undefined, NIGHT);
    expect(await countSignatures(open.campaign.id)).toBe(6);
    expect(await found()).toMatchObject({ wrongBy: 4, wrongMinutes: 1 });
  });

  test("finds minutes that are missing, and faults that cancel each other out", async () => {
    await db.delete(signatureTallies).where(and(eq(signatureTallies.campaignId, open.campaign.id), eq(signatureTallies.minute, after(1))));
    await spoil(after(5 * HOUR), 1);
    await reconcileCounts(undefined, NIGHT);
    expect(await found()).toMatchObject({ wrongBy: 0, wrongMinutes: 2 });
    expect(await alarms(NIGHT)).toMatchObject({ things: [{ words: "The count was right; 2 minutes of it counted wrongly and were corrected" }] });
    expect(await sql`select count(*)::int as n from signature_tallies where campaign_id = ${open.campaign.id} and confirmed > 0`).toMatchObject([{ n: 4 }]);
  });

  test("has the roll-ups of a day count it anew when they are wrong", async () => {
    await clock(NIGHT);
    await db.update(hourlyCounts).set({ confirmed: 99 }).where(and(eq(hourlyCounts.campaignId, open.campaign.id), eq(hourlyCounts.hour, MORNING)));
    await sql`update daily_counts set confirmed = 0 where campaign_id = ${open.campaign.id} and by = 'all' and day = '2026-03-03'`;
    await reconcileCounts(undefined, NIGHT);
    expect(await found()).toMatchObject({ wrongBy: 0, wrongHours: 1, wrongDays: 1 });
    await rollUp(after(1, NIGHT), UNRESTED);
    const hours = await db.select().from(hourlyCounts).where(and(eq(hourlyCounts.campaignId, open.campaign.id), eq(hourlyCounts.hour, MORNING)));
    expect(hours).toMatchObject([{ confirmed: 3 }]);
    await reconcileCounts(undefined, NEXT_NIGHT);
    expect(await found()).toMatchObject({ night: "2026-03-05", wrongHours: 0, wrongDays: 0 });
  });

  test("takes nothing for wrong that the clock has only not heard of yet", async () => {
    await db.update(signatures).set({ state: "withdrawn", stateChangedAt: after(-1, NIGHT) }).where(and(eq(signatures.campaignId, open.campaign.id), eq(signatures.confirmedAt, after(1))));
    await confirmed(after(-1, NIGHT));
    await reconcileCounts(undefined, NIGHT);
    expect(await found()).toMatchObject({ counted: 5, wrongBy: 0, wrongMinutes: 0, wrongHours: 0, wrongDays: 0 });
    expect(await countSignatures(open.campaign.id)).toBe(6);
  });

  test("is done once a night, also after a restart, and a night that was missed is made up for", async () => {
    await reconcileCounts(undefined, after(-1, NIGHT));
    const yesterdays = await found();
    expect(yesterdays).toMatchObject({ night: "2026-03-03" });
    expect(await reconcileCounts(undefined, after(-1, NIGHT))).toBe(0);
    await reconcileCounts(undefined, after(11 * HOUR, NIGHT));
    expect(await reconcileCounts(undefined, after(12 * HOUR, NIGHT))).toBe(0);
    expect(await listReconciliations(open.campaign.id)).toHaveLength(2);
  });

  test("of several workers at once is one", async () => {
    await spoil(MORNING, 5);
    await Promise.all([1, 2, 3].map(() => reconcileCounts(undefined, NIGHT)));
    await reconcileCounts(undefined, after(1, NIGHT));
    expect(await listReconciliations(open.campaign.id)).toMatchObject([{ counted: 6, wrongBy: 5, wrongMinutes: 1 }]);
    expect(await countSignatures(open.campaign.id)).toBe(6);
  });

  test("that was killed between two days is gone on with from there", async () => {
    await spoil(MORNING, 5);
    await spoil(after(DAY), 2);
    const stopping = { aborted: false, steps: 0 };
    const signal = new Proxy(new AbortController().signal, { get: (_, name) => (name === "aborted" ? stopping.steps++ > 0 : undefined) });
    expect(await reconcileCounts(signal, NIGHT)).toBe(1);
    const [half] = await db.select().from(reconciliations).where(eq(reconciliations.campaignId, open.campaign.id));
    expect(half).toMatchObject({ endedAt: null, counted: 4, wrongBy: 5, through: new Date("2026-03-03T00:00:00Z") });
    expect(await alarms(NIGHT)).toBeUndefined();
    await reconcileCounts(undefined, NEXT_NIGHT);
    expect((await listReconciliations(open.campaign.id)).map(({ night, counted, wrongBy }) => [night, counted, wrongBy])).toEqual([["2026-03-04", 6, 7]]);
  });

  test("is not held for a draft", async () => {
    const draft = await anOpenLetter({ state: "draft" });
    await reconcileCounts(undefined, NIGHT);
    expect(await listReconciliations(draft.campaign.id)).toEqual([]);
  });
});

describe("an alarm", () => {
  test("is dismissed by an organizer with one press, once, and stands in the log and the history", async () => {
    await spoil(MORNING, 3);
    await reconcileCounts(undefined, NIGHT);
    const grace = await anOrganizer(open.campaign.id);
    const id = (await found())?.id ?? "";
    const dismiss = () => dismissReconciliation({ campaignId: open.campaign.id, id, by: grace.id }, after(60, NIGHT));
    expect((await Promise.all([dismiss(), dismiss()])).map(({ outcome }) => outcome).toSorted()).toEqual(["dismissed", "nothing to dismiss"]);
    expect(await alarms(NIGHT)).toBeUndefined();
    expect(await found()).toMatchObject({ wrongBy: 3, dismissedBy: "Grace Hopper", dismissedAt: after(60, NIGHT) });
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, open.campaign.id));
    expect(entries).toMatchObject([{ act: "dismissed", subject: "count", organizerId: grace.id }]);
  });

  test("of another campaign is not dismissed", async () => {
    await spoil(MORNING, 3);
    await reconcileCounts(undefined, NIGHT);
    const other = await anOpenLetter();
    const grace = await anOrganizer(other.campaign.id);
    expect(await dismissReconciliation({ campaignId: other.campaign.id, id: (await found())?.id ?? "", by: grace.id })).toEqual({ outcome: "nothing to dismiss" });
    expect(await alarms(NIGHT)).toMatchObject({ count: 1 });
  });
});
