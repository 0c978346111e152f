import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { auditEntries, organizers } from "#db/schema/index.ts";
import type { AuditSubject } from "./words.ts";

/** Who changed this last, and when; for whoever changes it after them. */
export async function findLastEditor(tx: Transaction, changed: { campaignId: string; subject: AuditSubject; subjectId: string }, now: Date) {
  const [last] = await tx
    .select({ by: organizers.name, at: auditEntries.at })
    .from(auditEntries)
    .leftJoin(organizers, eq(organizers.id, auditEntries.organizerId))
    .where(and(eq(auditEntries.campaignId, changed.campaignId), eq(auditEntries.subject, changed.subject), eq(auditEntries.subjectId, changed.subjectId)))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return last ?? { by: null, at: now };
}
