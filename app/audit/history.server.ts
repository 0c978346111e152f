import { and, desc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { auditEntries, organizers } from "#db/schema/index.ts";
import type { AuditSubject } from "./words.ts";

export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>[number];

const SHOWN = 20;

/** What was done to these things at one campaign's desk, the newest first: shown beside the thing. */
export async function listHistory(campaignId: string, of: { subject: AuditSubject; ids: string[] }[], limit = SHOWN) {
  const wanted = of.filter(({ ids }) => ids.length > 0);
  if (wanted.length === 0) return [];
  return readEntries(
    and(
      eq(auditEntries.campaignId, campaignId),
      or(...wanted.map(({ subject, ids }) => and(eq(auditEntries.subject, subject), inArray(auditEntries.subjectId, ids)))),
    ),
    limit,
  );
}

/** What was done to things that all campaigns share. */
export async function listHouseHistory(subject: AuditSubject, limit = SHOWN) {
  return readEntries(and(isNull(auditEntries.campaignId), eq(auditEntries.subject, subject)), limit);
}

/** What an organizer did to their own account, and what was done to it. */
export async function listAccountHistory(organizerId: string, limit = SHOWN) {
  const isOwn = and(isNull(auditEntries.campaignId), eq(auditEntries.organizerId, organizerId));
  const wasReset = and(eq(auditEntries.subject, "second step"), eq(auditEntries.subjectId, organizerId));
  return readEntries(or(isOwn, wasReset), limit);
}

function readEntries(which: SQL | undefined, limit: number) {
  return db
    .select({
      id: auditEntries.id,
      act: auditEntries.act,
      subject: auditEntries.subject,
      title: auditEntries.title,
      before: auditEntries.before,
      after: auditEntries.after,
      at: auditEntries.at,
      by: organizers.name,
    })
    .from(auditEntries)
    .leftJoin(organizers, eq(organizers.id, auditEntries.organizerId))
    .where(which)
    .orderBy(desc(auditEntries.id))
    .limit(limit);
}
