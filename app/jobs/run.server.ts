import { and, asc, eq, inArray, lte, max, sql as raw } from "drizzle-orm";
import { report } from "#app/log.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { jobNotes, jobPieces, jobs } from "#db/schema/index.ts";
import type { AnyJobKind, JobStep } from "./job-kind.ts";

/** A job whose step fails so often in a row is given up. */
const MAX_FAILURES = 5;
const FIRST_PAUSE_MS = 5_000;

type Kinds = Readonly<Record<string, AnyJobKind>>;
type Job = typeof jobs.$inferSelect;
type Turn = { outcome: "nothing to do" | "went on" } | { outcome: "failed"; job: Job; error: unknown };

/**
 * Takes jobs step by step, those that waited longest first, until none is due. A step holds the job's row, so of many
 * workers one at a time goes on with it, and after a kill any other takes the step anew.
 */
export async function runJobs(kinds: Kinds, stopping: AbortSignal, clock: () => Date = () => new Date()) {
  while (!stopping.aborted) {
    const turn = await takeTurn(kinds, clock());
    if (turn.outcome === "nothing to do") return;
    if (turn.outcome === "failed") await noteFailure(turn.job, turn.error, clock());
  }
}

async function takeTurn(kinds: Kinds, now: Date): Promise<Turn> {
  let job: Job | undefined;
  try {
    return await db.transaction(async (tx) => {
      job = await holdNextJob(tx, now);
      if (!job) return { outcome: "nothing to do" };
      const kind = kinds[job.kind];
      if (!kind) throw new Error(`There is no job of the kind ${job.kind}.`);
      const { id: jobId, campaignId, requestedBy, input, cursor, done } = job;
      await keepStep(tx, job, await kind.step(tx, { jobId, campaignId, requestedBy, input, cursor, done, now }), now);
      return { outcome: "went on" };
    });
  } catch (error) {
    // Without a job in hand it is the database that failed: the worker's own matter.
    if (!job) throw error;
    return { outcome: "failed", job, error };
  }
}

async function holdNextJob(tx: Transaction, now: Date) {
  const [job] = await tx
    .select()
    .from(jobs)
    .where(and(inArray(jobs.state, ["waiting", "running"]), lte(jobs.nextStepAt, now)))
    .orderBy(asc(jobs.nextStepAt))
    .limit(1)
    .for("update", { skipLocked: true });
  return job;
}

async function keepStep(tx: Transaction, job: Job, step: JobStep, now: Date) {
  if (step.note) await tx.insert(jobNotes).values({ jobId: job.id, text: step.note, at: now });
  if (step.piece && step.piece.length > 0) await addPiece(tx, job.id, step.piece);
  await tx
    .update(jobs)
    .set({
      state: step.isLast ? "done" : "running",
      cursor: step.cursor,
      done: job.done + step.done,
      total: step.total ?? job.total,
      result: step.result ?? job.result,
      failures: 0,
      startedAt: job.startedAt ?? now,
      // Behind all others that wait, so that a short job never waits for the end of a long one.
      nextStepAt: step.restsUntil ?? now,
      endedAt: step.isLast ? now : null,
    })
    .where(eq(jobs.id, job.id));
}

async function addPiece(tx: Transaction, jobId: string, content: Buffer) {
  const [last] = await tx.select({ position: max(jobPieces.position) }).from(jobPieces).where(eq(jobPieces.jobId, jobId));
  await tx.insert(jobPieces).values({ jobId, position: (last?.position ?? -1) + 1, content });
}

/** Nothing of the step is left. It is tried again after a growing pause, and given up at last. */
async function noteFailure(job: Job, error: unknown, now: Date) {
  const reference = report(error, `a job of the kind ${job.kind}`);
  const failures = job.failures + 1;
  const isGivenUp = failures >= MAX_FAILURES;
  await db.transaction(async (tx) => {
    // Cancelled meanwhile, or taken on by another worker, it is no longer this failure's matter.
    const [noted] = await tx
      .update(jobs)
      .set({
        failures,
        nextStepAt: new Date(now.getTime() + FIRST_PAUSE_MS * 2 ** (failures - 1)),
        ...(isGivenUp ? { state: "failed" as const, endedAt: now, error: `Given up after ${MAX_FAILURES} tries. Reference: ${reference}` } : {}),
      })
      .where(and(eq(jobs.id, job.id), eq(jobs.failures, job.failures), eq(jobs.done, job.done), raw`${jobs.state} in ('waiting', 'running')`))
      .returning({ id: jobs.id });
    if (noted) await tx.insert(jobNotes).values({ jobId: job.id, text: `A step failed and left nothing behind. Reference: ${reference}`, at: now });
  });
}
