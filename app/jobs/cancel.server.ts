import { and, eq, inArray } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { jobNotes, jobPieces, jobs } from "#db/schema/index.ts";

interface Cancelling {
  campaignId: string;
  jobId: string;
  by: string;
}

/** Ends a job after the step that is under way. What its steps have done stays done; the file it was making is dropped. */
export async function cancelJob({ campaignId, jobId, by }: Cancelling, now: Date = new Date()): Promise<{ outcome: "cancelled" | "ended before" }> {
  return db.transaction(async (tx) => {
    // Waits for the step that holds the row.
    const [cancelled] = await tx
      .update(jobs)
      .set({ state: "cancelled", endedAt: now })
      .where(and(eq(jobs.id, jobId), eq(jobs.campaignId, campaignId), inArray(jobs.state, ["waiting", "running"])))
      .returning({ title: jobs.title, done: jobs.done });
    if (!cancelled) return { outcome: "ended before" };
    await tx.delete(jobPieces).where(eq(jobPieces.jobId, jobId));
    await tx.insert(jobNotes).values({ jobId, text: "Cancelled.", at: now });
    await writeAudit(tx, { campaignId, by, act: "cancelled", subject: "job", subjectId: jobId, title: cancelled.title, after: { done: cancelled.done } }, now);
    return { outcome: "cancelled" };
  });
}
