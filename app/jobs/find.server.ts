import { and, asc, count, desc, eq, lt, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { jobNotes, jobPieces, jobs, organizers } from "#db/schema/index.ts";

export type JobRow = Awaited<ReturnType<typeof listJobs>>[number];
export type Job = NonNullable<Awaited<ReturnType<typeof findJob>>>;

const jobColumns = {
  id: jobs.id,
  kind: jobs.kind,
  title: jobs.title,
  state: jobs.state,
  done: jobs.done,
  total: jobs.total,
  result: jobs.result,
  error: jobs.error,
  askedBy: organizers.name,
  createdAt: jobs.createdAt,
  startedAt: jobs.startedAt,
  endedAt: jobs.endedAt,
};

/** The newest jobs of a campaign; `before` is the id of the last one on the page before. */
export async function listJobs(campaignId: string, { limit = 50, before }: { limit?: number; before?: string | undefined } = {}) {
  return db
    .select(jobColumns)
    .from(jobs)
    .innerJoin(organizers, eq(organizers.id, jobs.requestedBy))
    .where(and(eq(jobs.campaignId, campaignId), before ? lt(jobs.id, before) : undefined))
    .orderBy(desc(jobs.id))
    .limit(limit);
}

/** One job of this campaign with its log, and whether there is a file to fetch. */
export async function findJob(campaignId: string, jobId: string) {
  const [job] = await db
    .select(jobColumns)
    .from(jobs)
    .innerJoin(organizers, eq(organizers.id, jobs.requestedBy))
    .where(and(eq(jobs.campaignId, campaignId), hasId(jobs.id, jobId)));
  if (!job) return undefined;
  const [notes, [pieces], [undo]] = await Promise.all([
    db.select({ text: jobNotes.text, at: jobNotes.at }).from(jobNotes).where(eq(jobNotes.jobId, job.id)).orderBy(asc(jobNotes.id)).limit(500),
    db.select({ count: count() }).from(jobPieces).where(eq(jobPieces.jobId, job.id)),
    db
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.campaignId, campaignId), raw`${jobs.input}->>'jobId' = ${job.id}`)),
  ]);
  return { ...job, notes, hasFile: job.state === "done" && (pieces?.count ?? 0) > 0, undoId: undo?.id ?? null };
}
