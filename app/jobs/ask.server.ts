import { writeAudit } from "#app/audit/write.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { jobs } from "#db/schema/index.ts";

interface JobWish {
  /** Made with the form that asks, so that sending it twice is one job. */
  id: string;
  campaignId: string;
  /** A name of app/clock/job-kinds.ts. */
  kind: string;
  /** What the list of jobs calls it, e.g. "Export of signatures". */
  title: string;
  input: Record<string, unknown>;
  by: string;
}

/** Puts long work on the worker's list. */
export async function askForJob(tx: Transaction, { by, ...job }: JobWish, now: Date = new Date()): Promise<{ outcome: "asked" | "asked before" }> {
  const [asked] = await tx
    .insert(jobs)
    .values({ ...job, requestedBy: by, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: jobs.id });
  if (!asked) return { outcome: "asked before" };
  const { campaignId, id, title } = job;
  await writeAudit(tx, { campaignId, by, act: "asked for", subject: "job", subjectId: id, title }, now);
  return { outcome: "asked" };
}
