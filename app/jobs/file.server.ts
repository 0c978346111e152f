import { and, eq, gt, inArray, isNotNull, lt, min, or, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { jobPieces, jobs } from "#db/schema/index.ts";

/** For how long the file of a job can be fetched. */
export const FILE_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The file of a finished job, piece by piece; undefined when it made none or it is gone. The fetching stands in the log. */
export async function openJobFile({ campaignId, jobId, by }: { campaignId: string; jobId: string; by: string }, now: Date = new Date()) {
  const first = await db.transaction(async (tx) => {
    const [file] = await tx
      .select({ title: jobs.title, first: min(jobPieces.position) })
      .from(jobs)
      .innerJoin(jobPieces, eq(jobPieces.jobId, jobs.id))
      .where(and(eq(jobs.id, jobId), eq(jobs.campaignId, campaignId), eq(jobs.state, "done")))
      .groupBy(jobs.id);
    if (!file) return undefined;
    await writeAudit(tx, { campaignId, by, act: "downloaded", subject: "job", subjectId: jobId, title: file.title }, now);
    return file.first;
  });
  return first === undefined ? undefined : readPieces(jobId);
}

async function* readPieces(jobId: string) {
  for (let position = -1; ; ) {
    const [piece] = await db
      .select()
      .from(jobPieces)
      .where(and(eq(jobPieces.jobId, jobId), gt(jobPieces.position, position)))
      .orderBy(jobPieces.position)
      .limit(1);
    if (!piece) return;
    position = piece.position;
    yield piece.content;
  }
}

/**
 * Run by the clock: what was exported is not kept longer than it takes to fetch it, and neither is what was searched
 * for, nor where the job stood: both may hold a signer's name. Which job another one undoes stays.
 */
export async function forgetOldFiles(now: Date = new Date()) {
  const isOld = lt(jobs.endedAt, new Date(now.getTime() - FILE_DAYS * DAY_MS));
  await db.delete(jobPieces).where(inArray(jobPieces.jobId, db.select({ id: jobs.id }).from(jobs).where(isOld)));
  const holdsNames = or(isNotNull(jobs.cursor), raw`${jobs.input} ? 'selection'`);
  await db.update(jobs).set({ cursor: null, input: raw`${jobs.input} - 'selection'` }).where(and(isOld, holdsNames));
}
