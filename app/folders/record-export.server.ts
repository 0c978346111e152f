import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";

/** A line of the log for a folder that left the house; `by` is null for the command line. */
export async function recordExport({ id, name, by }: { id: string; name: string; by: string | null }, now: Date = new Date()) {
  const entry = { campaignId: id, by, act: "exported", subject: "campaign", subjectId: id, title: name } as const;
  await db.transaction((tx) => writeAudit(tx, entry, now));
}
