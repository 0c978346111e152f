import type { Transaction } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import type { AuditAct, AuditSubject, AuditValues } from "./words.ts";

export interface AuditEntry {
  /** Null for what concerns the house or an organizer's own account. */
  campaignId: string | null;
  /** The organizer's id; null when the clock or the command line does it. */
  by: string | null;
  act: AuditAct;
  subject: AuditSubject;
  subjectId: string;
  /** What the subject is called. Never a signer's name or address. */
  title: string;
  before?: AuditValues;
  after?: AuditValues;
}

/** One line of the log, in the transaction that it tells of: both happen or neither. */
export async function writeAudit(tx: Transaction, { by, ...entry }: AuditEntry, now: Date = new Date()) {
  await tx.insert(auditEntries).values({ ...entry, organizerId: by, at: now });
}
