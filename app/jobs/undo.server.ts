import { and, eq, inArray, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { jobs } from "#db/schema/index.ts";
import { askForJob } from "./ask.server.ts";
import type { AnyJobKind } from "./job-kind.ts";

interface Undoing {
  /** Of the job that undoes: made with the form, so that a second click asks for no second one. */
  id: string;
  campaignId: string;
  jobId: string;
  by: string;
}

/** Asks for the job that takes this one back. One that was undone, or that cannot be, stays as it is. */
export async function undoJob(
  kinds: Readonly<Record<string, AnyJobKind>>,
  { id, campaignId, jobId, by }: Undoing,
  now: Date = new Date(),
): Promise<{ outcome: "asked"; undoId: string } | { outcome: "cannot be undone" }> {
  return db.transaction(async (tx) => {
    const [job] = await tx
      .select({ kind: jobs.kind, title: jobs.title })
      .from(jobs)
      .where(and(eq(jobs.id, jobId), eq(jobs.campaignId, campaignId), inArray(jobs.state, ["done", "cancelled", "failed"])))
      .for("update");
    const undoneBy = job && kinds[job.kind]?.undoneBy;
    if (!job || !undoneBy) return { outcome: "cannot be undone" };
    const [before] = await tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.campaignId, campaignId), eq(jobs.kind, undoneBy), raw`${jobs.input}->>'jobId' = ${jobId}`));
    if (before) return { outcome: "asked", undoId: before.id };
    await askForJob(tx, { id, campaignId, kind: undoneBy, title: `Undo: ${job.title}`, input: { jobId }, by }, now);
    await writeAudit(tx, { campaignId, by, act: "undid", subject: "job", subjectId: jobId, title: job.title }, now);
    return { outcome: "asked", undoId: id };
  });
}
