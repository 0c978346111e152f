import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Round } from "#app/clock/round.ts";
import { SCHEDULE } from "#app/clock/schedule.ts";
import { startWorker } from "#app/clock/worker.ts";
import { readCampaignClock } from "#app/desk/clock/campaign-clock.server.ts";
import { readClockRounds } from "#app/desk/clock/read-rounds.server.ts";
import { readWaiting } from "#app/desk/waiting/read.server.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";
import { paths } from "#app/http/paths.ts";
import { countStates, readStateCounts } from "#app/signatures/count-states.server.ts";
import { db } from "#db/client.server.ts";
import { clockRounds, signatures } from "#db/schema/index.ts";
import { aSignature } from "#tests/build.ts";
import { after, anOpenLetter, DAY, MORNING, type OpenLetter } from "./signing-steps.ts";

let open: OpenLetter;

beforeEach(async () => {
  open = await anOpenLetter();
});

afterEach(() => db.delete(clockRounds));

/** What this one does goes wrong, and the log says so. */
function logged() {
  return vi.spyOn(process.stderr, "write").mockReturnValue(true);
}

async function worksOnce(schedule: Round[], now: Date) {
  const done = schedule.map(({ name }) => name);
  const worker = await startWorker({
    schedule: schedule.map((round) => ({ ...round, run: (stopping, clock) => round.run(stopping, clock).finally(() => done.splice(done.indexOf(round.name), 1)) })),
    clock: () => now,
  });
  await vi.waitFor(() => expect(done).toEqual([]));
  await worker.stop();
}

async function roundsAt(now: Date) {
  return (await readClockRounds(now)).rounds.map(({ name, outcome, endedAt, nextAt, error }) => ({ name, outcome, endedAt, nextAt, error }));
}

test("each round of the schedule has a name of its own", () => {
  const names = SCHEDULE.map(({ name }) => name);
  expect([...new Set(names)]).toEqual(names);
});

describe("the worker", () => {
  test("notes what each round did last, by its own clock, and when it does it next", async () => {
    const seen: Date[] = [];
    await worksOnce([{ name: "look", everySeconds: 60, run: async (_, clock) => seen.push(clock()) }], MORNING);
    expect(seen).toEqual([MORNING]);
    expect(await roundsAt(after(1))).toEqual([{ name: "look", outcome: "done", endedAt: MORNING, nextAt: after(1), error: null }]);
  });

  test("notes a failure by the reference of the log, and keeps it when the round is well again", async () => {
    const said = logged();
    const fails = async () => Promise.reject(new Error("no such table"));
    await worksOnce([{ name: "look", everySeconds: 60, run: fails }], MORNING);
    const reference = /\[(\w+)\] look: Error: no such table/.exec(String(said.mock.calls[0]?.[0]))?.[1];
    expect(reference).toBeDefined();
    expect(await roundsAt(after(1))).toMatchObject([{ outcome: "failed", error: reference }]);
    await worksOnce([{ name: "look", everySeconds: 60, run: async () => {} }], after(1));
    expect(await roundsAt(after(1))).toMatchObject([{ outcome: "done", error: reference, endedAt: after(1) }]);
  });

  test("that noted something older does not write over what another noted since", async () => {
    await worksOnce([{ name: "look", everySeconds: 60, run: async () => {} }], after(5));
    logged();
    await worksOnce([{ name: "look", everySeconds: 60, run: async () => Promise.reject(new Error("late")) }], after(1));
    expect(await roundsAt(after(6))).toMatchObject([{ outcome: "done", endedAt: after(5) }]);
    expect((await readClockRounds(after(6))).seenAt).toEqual(after(5));
  });

  test("that is away for minutes waits for a human on every desk, and says since when", async () => {
    const awayAt = async (now: Date) => (await readWaiting(WAITING_KINDS, { ...open.campaign, role: "viewer" }, now)).find(({ name }) => name === "worker-away");
    expect(await awayAt(MORNING)).toBeUndefined();
    await worksOnce([{ name: "look", everySeconds: 60, run: async () => {} }], MORNING);
    expect(await awayAt(after(1))).toBeUndefined();
    expect(await awayAt(after(3))).toMatchObject({
      isYours: true,
      things: [{ words: "No worker has been here since 2026-03-02 09:00 UTC: no mail leaves. Tell whoever runs the machine", path: paths.deskClock(open.campaign.slug) }],
    });
    expect(await readCampaignClock(open.campaign, after(3))).toMatchObject({ isAway: true, seenAt: MORNING });
  });
});

describe("a campaign's clock", () => {
  test("tells how many requests the next runs would remind of and forget", async () => {
    const waits = (days: number) => aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { createdAt: after(-days * DAY), mailedAt: after(-days * DAY) });
    for (const days of [1, 4, 5, 31]) await waits(days);
    const clock = await readCampaignClock(open.campaign, MORNING);
    expect(clock.reminding).toEqual({ days: 3, due: 2, isHeld: false, isSample: false });
    expect(clock.forgetting).toEqual({ days: 30, due: 1 });
    expect(clock.reconciling).toEqual({ last: undefined, nextAt: new Date("2026-03-03T03:00:00Z") });
    expect(clock.erasure).toMatchObject({ keptDays: 365, dueAt: null });
  });
});

describe("the states", () => {
  test("are told apart per campaign, to the one, and rest as long as counting them took", async () => {
    const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
    for (const state of ["pending", "pending", "pending", "suspect", "removed", "removed", "withdrawn"] as const) await aSignature(of, { state });
    await aSignature(of, { confirmedAt: MORNING });
    await countStates(MORNING);
    expect(await readStateCounts(open.campaign.id)).toEqual({ pending: 3, suspect: 1, removed: 2, withdrawn: 1, countedAt: MORNING });
    await db.update(signatures).set({ state: "withdrawn" }).where(eq(signatures.campaignId, open.campaign.id));
    await countStates(after(0.1));
    expect(await readStateCounts(open.campaign.id)).toMatchObject({ withdrawn: 1, countedAt: MORNING });
    await Promise.all([1, 2, 3].map(() => countStates(after(60))));
    expect(await readStateCounts(open.campaign.id)).toEqual({ pending: 0, suspect: 0, removed: 0, withdrawn: 8, countedAt: after(60) });
  });
});
