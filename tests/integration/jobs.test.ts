import { setTimeout as wait } from "node:timers/promises";
import { asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { askForJob } from "#app/jobs/ask.server.ts";
import { cancelJob } from "#app/jobs/cancel.server.ts";
import { FILE_DAYS, forgetOldFiles, openJobFile } from "#app/jobs/file.server.ts";
import { findJob, listJobs } from "#app/jobs/find.server.ts";
import { type AnyJobKind, asJobKind } from "#app/jobs/job-kind.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { undoJob } from "#app/jobs/undo.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, demands, jobs } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";

const FOREVER = new AbortController().signal;

/** Adds so many demands, one a step, and writes a line of a file for each. */
function adding({ whenAdded = async () => {} }: { whenAdded?: (position: number) => Promise<void> | void } = {}) {
  return asJobKind({
    input: z.object({ count: z.number() }),
    file: { name: "demands.txt", mediaType: "text/plain" },
    undoneBy: "take away",
    async step(tx, { campaignId, cursor, input: { count } }) {
      const position = z.number().nullable().parse(cursor) ?? 0;
      await tx.insert(demands).values({ campaignId, slug: `d-${position}`, position, title: `Demand ${position}`, shortTitle: "D", summary: "One." });
      await whenAdded(position);
      return { cursor: position + 1, done: 1, total: count, isLast: position + 1 === count, piece: Buffer.from(`${position}\n`), result: { added: position + 1 } };
    },
  });
}

const takingAway = asJobKind({
  input: z.object({ jobId: z.uuid() }),
  async step(tx, { campaignId }) {
    const gone = await tx.delete(demands).where(eq(demands.campaignId, campaignId)).returning({ id: demands.id });
    return { cursor: null, done: gone.length, isLast: true };
  },
});

let campaign: Awaited<ReturnType<typeof aCampaign>>;
let grace: Awaited<ReturnType<typeof anOrganizer>>;

beforeEach(async () => {
  await db.update(jobs).set({ state: "cancelled" });
  campaign = await aCampaign();
  grace = await anOrganizer(campaign.id);
});

async function ask(kind = "add", input: Record<string, unknown> = { count: 5 }, id = v7()) {
  const wish = { id, campaignId: campaign.id, kind, title: "Adding demands", input, by: grace.id };
  const { outcome } = await db.transaction((tx) => askForJob(tx, wish));
  return { id, outcome };
}

async function positions() {
  const rows = await db.select({ position: demands.position }).from(demands).where(eq(demands.campaignId, campaign.id)).orderBy(asc(demands.position));
  return rows.map(({ position }) => position);
}

async function readFile(jobId: string, now?: Date) {
  const pieces = await openJobFile({ campaignId: campaign.id, jobId, by: grace.id }, now);
  if (!pieces) return undefined;
  let text = "";
  for await (const piece of pieces) text += piece.toString();
  return text;
}

describe("a job", () => {
  test("asked for twice by one form is one job", async () => {
    const { id } = await ask();
    expect(await ask("add", { count: 5 }, id)).toEqual({ id, outcome: "asked before" });
    expect(await listJobs(campaign.id)).toHaveLength(1);
  });

  test("goes on step by step to its end, with its file, its result and a line in the log", async () => {
    const { id } = await ask();
    await runJobs({ add: adding() }, FOREVER);
    expect(await findJob(campaign.id, id)).toMatchObject({ state: "done", done: 5, total: 5, result: { added: 5 }, hasFile: true, askedBy: "Grace Hopper" });
    expect(await positions()).toEqual([0, 1, 2, 3, 4]);
    expect(await readFile(id)).toBe("0\n1\n2\n3\n4\n");
    const log = await db.select({ act: auditEntries.act }).from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(asc(auditEntries.id));
    expect(log.map(({ act }) => act)).toEqual(["asked for", "downloaded"]);
  });

  test("is done once by many workers at once", async () => {
    await ask("add", { count: 12 });
    const kinds = { add: adding({ whenAdded: () => wait(2) }) };
    await Promise.all([1, 2, 3, 4].map(() => runJobs(kinds, FOREVER)));
    await runJobs(kinds, FOREVER);
    expect(await positions()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test("whose worker stops in the middle is taken on where it was", async () => {
    const { id } = await ask();
    const stopping = new AbortController();
    await runJobs({ add: adding({ whenAdded: (position) => void (position === 2 && stopping.abort()) }) }, stopping.signal);
    expect(await findJob(campaign.id, id)).toMatchObject({ state: "running", done: 3, hasFile: false });
    await runJobs({ add: adding() }, FOREVER);
    expect(await positions()).toEqual([0, 1, 2, 3, 4]);
    expect(await readFile(id)).toBe("0\n1\n2\n3\n4\n");
  });

  test("takes turns with others, so that a short one never waits for the end of a long one", async () => {
    await ask("add", { count: 8 });
    const short = await ask("take note");
    const order: string[] = [];
    const kinds: Record<string, AnyJobKind> = {
      add: adding({ whenAdded: (position) => void order.push(`long ${position}`) }),
      "take note": { step: async () => (order.push("short"), { cursor: null, done: 1, isLast: true }) },
    };
    await runJobs(kinds, FOREVER);
    expect(order.indexOf("short")).toBeLessThan(3);
    expect(await findJob(campaign.id, short.id)).toMatchObject({ state: "done" });
  });
});

describe("a step that fails", () => {
  test("leaves nothing behind, is noted without its cause, and is tried again after a pause", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { id } = await ask();
    let hasFailed = false;
    const failing = adding({
      whenAdded(position) {
        if (position !== 2 || hasFailed) return;
        hasFailed = true;
        throw new Error("ada@example.org stood in the way");
      },
    });
    await runJobs({ add: failing }, FOREVER);
    const failed = await findJob(campaign.id, id);
    expect(failed).toMatchObject({ state: "running", done: 2 });
    expect(failed?.notes.map(({ text }) => text)).toEqual([expect.stringMatching(/^A step failed and left nothing behind. Reference: \S+$/)]);
    expect(await positions()).toEqual([0, 1]);
    await runJobs({ add: failing }, FOREVER, () => new Date(Date.now() + 6_000));
    expect(await positions()).toEqual([0, 1, 2, 3, 4]);
  });

  test("again and again ends the job, and says so", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { id } = await ask("unknown kind");
    for (let round = 0; round < 6; round += 1) await runJobs({}, FOREVER, () => new Date(Date.now() + round * 3_600_000));
    expect(await findJob(campaign.id, id)).toMatchObject({ state: "failed", error: expect.stringContaining("Given up after 5 tries") });
  });
});

describe("cancelling", () => {
  test("waits for the step under way, and nothing goes on after it", async () => {
    const { id } = await ask();
    let cancelling: Promise<unknown> = Promise.resolve();
    const kinds = {
      add: adding({
        async whenAdded(position) {
          if (position !== 1) return;
          cancelling = cancelJob({ campaignId: campaign.id, jobId: id, by: grace.id });
          await wait(50);
        },
      }),
    };
    const running = runJobs(kinds, FOREVER);
    await running;
    expect(await cancelling).toEqual({ outcome: "cancelled" });
    const done = (await positions()).length;
    expect(done).toBeLessThan(5);
    expect(await findJob(campaign.id, id)).toMatchObject({ state: "cancelled", done });
    expect(await readFile(id)).toBeUndefined();
  });

  test("twice is once, and another campaign's job stays", async () => {
    const { id } = await ask();
    const other = await aCampaign();
    expect(await cancelJob({ campaignId: other.id, jobId: id, by: grace.id })).toEqual({ outcome: "ended before" });
    expect(await cancelJob({ campaignId: campaign.id, jobId: id, by: grace.id })).toEqual({ outcome: "cancelled" });
    expect(await cancelJob({ campaignId: campaign.id, jobId: id, by: grace.id })).toEqual({ outcome: "ended before" });
  });
});

describe("undoing", () => {
  test("asks once for the job that takes it back", async () => {
    const kinds = { add: adding(), "take away": takingAway };
    const { id } = await ask();
    await runJobs(kinds, FOREVER);
    const wishes = [v7(), v7()].map((undoId) => undoJob(kinds, { id: undoId, campaignId: campaign.id, jobId: id, by: grace.id }));
    const [first, second] = await Promise.all(wishes);
    expect(first).toMatchObject({ outcome: "asked" });
    expect(second).toEqual(first);
    await runJobs(kinds, FOREVER);
    expect(await positions()).toEqual([]);
    expect((await listJobs(campaign.id)).map(({ title }) => title)).toEqual(["Undo: Adding demands", "Adding demands"]);
  });

  test("is refused for one that still goes on, or that nothing takes back", async () => {
    const { id } = await ask();
    const undoing = { id: v7(), campaignId: campaign.id, jobId: id, by: grace.id };
    expect(await undoJob({ add: adding() }, undoing)).toEqual({ outcome: "cannot be undone" });
    await runJobs({ add: adding() }, FOREVER);
    expect(await undoJob({ add: { step: takingAway.step } }, undoing)).toEqual({ outcome: "cannot be undone" });
  });
});

test("a file is forgotten after its days, and not sooner", async () => {
  const { id } = await ask();
  await runJobs({ add: adding() }, FOREVER);
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  await forgetOldFiles(days(FILE_DAYS - 1));
  expect(await readFile(id)).toBe("0\n1\n2\n3\n4\n");
  await forgetOldFiles(days(FILE_DAYS + 1));
  expect(await readFile(id)).toBeUndefined();
});
