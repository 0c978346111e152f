import { beforeEach, describe, expect, test } from "vitest";
import { readGraph } from "#app/desk/counting/graph.server.ts";
import { readPublicCount } from "#app/desk/counting/public-count.server.ts";
import { reconcileCounts } from "#app/desk/counting/reconcile.server.ts";
import { loader as opensCount } from "#app/routes/letters/count.ts";
import { loader as opensCounting } from "#app/routes/letters/counting.tsx";
import { readCount } from "#app/signatures/count.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, hourlyCounts, paperCounts } from "#db/schema/index.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";
import { after, anOpenLetter, DAY, HOUR, MORNING, type OpenLetter } from "./signing-steps.ts";
import { answerOf } from "./organizers-steps.ts";

/** Monday, 2 March 2026, 09:00 UTC. */
const NIGHT = new Date("2026-03-05T03:00:00Z");
let open: OpenLetter;

beforeEach(async () => {
  await db.update(campaigns).set({ state: "draft" });
  open = await anOpenLetter();
});

function has(minutes: number, state: "confirmed" | "pending" | "suspect" | "removed" | "withdrawn" = "confirmed") {
  const at = after(minutes);
  const times = state === "pending" || state === "suspect" ? {} : { confirmedAt: at };
  return aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { state, createdAt: at, mailedAt: at, stateChangedAt: at, ...times });
}

describe("the count", () => {
  test("of today begins at midnight UTC, that of the last hour sixty minutes ago, tallied or not", async () => {
    for (const minutes of [-10 * HOUR, -9 * HOUR - 1, -9 * HOUR, -61, -60, -59, -1, 0]) await has(minutes);
    const seen = async () => readCount(open.campaign.id, after(0.5));
    const expected = { total: 8, today: 6, lastHour: 3, asOf: MORNING };
    expect(await seen()).toEqual(expected);
    await tallySignatures(after(-30));
    expect(await seen()).toEqual(expected);
    await tallySignatures(after(0.5));
    expect(await seen()).toEqual(expected);
  });

  test("just after midnight has an hour that reaches into yesterday", async () => {
    const midnight = after(15 * HOUR);
    for (const minutes of [15 * HOUR - 50, 15 * HOUR - 10, 15 * HOUR + 1]) await has(minutes);
    await tallySignatures(after(15 * HOUR + 5));
    expect(await readCount(open.campaign.id, after(5, midnight))).toMatchObject({ total: 3, today: 1, lastHour: 3 });
  });

  test("of a letter that nobody signed is zero throughout", async () => {
    expect(await readCount(open.campaign.id, MORNING)).toEqual({ total: 0, today: 0, lastHour: 0, asOf: MORNING });
  });
});

describe("the public is told", () => {
  test("who does not count once a night and in tens, so that nobody learns by it whether an address has signed", async () => {
    for (let turn = 0; turn < 23; turn += 1) await has(turn, "pending");
    for (let turn = 0; turn < 9; turn += 1) await has(turn, "suspect");
    for (let turn = 0; turn < 10; turn += 1) await has(turn, "withdrawn");
    const states = async () => (await readPublicCount(open.campaign.id, NIGHT)).night?.states;
    expect(await states()).toBeUndefined();
    await reconcileCounts(undefined, NIGHT);
    expect(await states()).toEqual({ pending: 20, suspect: 0, removed: 0, withdrawn: 10 });
    for (let turn = 0; turn < 10; turn += 1) await has(DAY + turn, "pending");
    expect(await states()).toEqual({ pending: 20, suspect: 0, removed: 0, withdrawn: 10 });
  });

  test("what is on paper beside the number, never in it", async () => {
    await has(0);
    const grace = await anOrganizer(open.campaign.id);
    const paper = { campaignId: open.campaign.id, place: "Market square", countedOn: "2026-03-01", recordedBy: grace.id };
    await db.insert(paperCounts).values([{ ...paper, number: 200 }, { ...paper, number: 40, removedAt: MORNING }]);
    expect(await readPublicCount(open.campaign.id, MORNING)).toMatchObject({ total: 1, onPaper: 200, imported: 0 });
  });

  test("all of it by count.json and by the page, and nothing of anybody", async () => {
    await has(0);
    await has(1, "pending");
    await tallySignatures(NIGHT);
    await reconcileCounts(undefined, NIGHT);
    const params = { slug: open.campaign.slug };
    const json = await (await opensCount({ request: new Request("https://countersign.example/"), params, context })).json();
    expect(json).toMatchObject({ count: 1, goal: 100, today: 0, on_paper: 0, imported: 0, outside: { pending: 0, in_tens_of: 10 }, reconciled: { was_right: true, found: "Nothing was wrong" } });
    const page = await answerOf(opensCounting({ request: new Request("https://countersign.example/x?by=hour"), params, context }));
    const shown = await page.json();
    expect(shown).toMatchObject({ count: { total: 1, night: { found: "Nothing was wrong" } }, letter: { title: "Dear retailers" } });
    expect(JSON.stringify([json, shown])).not.toMatch(/Ada|ada-|@(?!example\.org")/);
    expect((await opensCount({ request: new Request("https://countersign.example/"), params: { slug: "nothing" }, context })).status).toBe(404);
  });
});

const context = { isFromThisMachine: false };

describe("the graph", () => {
  const graph = async (choice: "day" | "hour" | undefined, now: Date, given = {}) => readGraph({ ...open.campaign, ...given }, choice, now);

  /** As the clock's roll-up leaves it. */
  const counted = async (...minutes: number[]) =>
    db.insert(hourlyCounts).values(minutes.map((minute) => ({ campaignId: open.campaign.id, hour: after(minute), created: 2, confirmed: 2 })));

  test("of a young campaign is drawn by the hour, and by the day on request, with no gap", async () => {
    await counted(0, 3 * HOUR);
    const byHour = await graph(undefined, after(4 * HOUR));
    expect(byHour).toMatchObject({ unit: "hour", isYoung: true, before: 0 });
    expect(byHour.columns.map(({ confirmed }) => confirmed)).toEqual([2, 0, 0, 2, 0]);
    expect(await graph("day", after(4 * HOUR))).toMatchObject({ unit: "day", columns: [{ at: new Date("2026-03-02T00:00:00Z"), confirmed: 4 }] });
  });

  test.each([
    [20, "day", 21], [120, "week", 18], [800, "month", 27],
  ] as const)("of one that is %i days old is drawn by the %s, in columns that can be told apart", async (days, unit, columns) => {
    await counted(0, days * DAY);
    const drawn = await graph(undefined, after(days * DAY + 1));
    expect(drawn).toMatchObject({ unit, isYoung: false });
    expect(drawn.columns).toHaveLength(columns);
    expect(drawn.columns.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(4);
    const byHour = await graph("hour", after(days * DAY + 1));
    expect(byHour).toMatchObject({ unit: "hour", before: 2 });
    expect(byHour.columns).toHaveLength(48);
  });

  test("of one that is closed ends when it was closed, and of one that nobody signed is empty", async () => {
    expect(await graph(undefined, MORNING)).toMatchObject({ columns: [] });
    await counted(0);
    expect((await graph("day", after(500 * DAY), { closedAt: after(9 * DAY) })).columns).toHaveLength(10);
  });
});
