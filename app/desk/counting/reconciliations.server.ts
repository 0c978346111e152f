import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { organizers, reconciliations } from "#db/schema/index.ts";
import { foundInWords } from "./reconciliation-words.ts";

const SHOWN = 60;

const columns = {
  id: reconciliations.id,
  night: reconciliations.night,
  startedAt: reconciliations.startedAt,
  endedAt: reconciliations.endedAt,
  counted: reconciliations.counted,
  wrongBy: reconciliations.wrongBy,
  wrongMinutes: reconciliations.wrongMinutes,
  wrongHours: reconciliations.wrongHours,
  wrongDays: reconciliations.wrongDays,
};

/** What each night found, the newest first, and who has seen what was wrong. */
export async function listReconciliations(campaignId: string) {
  return db
    .select({ ...columns, dismissedAt: reconciliations.dismissedAt, dismissedBy: organizers.name })
    .from(reconciliations)
    .leftJoin(organizers, eq(organizers.id, reconciliations.dismissedBy))
    .where(eq(reconciliations.campaignId, campaignId))
    .orderBy(desc(reconciliations.night))
    .limit(SHOWN);
}

/** The last that has come to its end, with the states as they were then; undefined before the first. */
export async function findLastReconciliation(campaignId: string) {
  const { pending, suspect, removed, withdrawn } = reconciliations;
  const [last] = await db
    .select({ ...columns, pending, suspect, removed, withdrawn })
    .from(reconciliations)
    .where(and(eq(reconciliations.campaignId, campaignId), isNotNull(reconciliations.endedAt)))
    .orderBy(desc(reconciliations.night))
    .limit(1);
  return last;
}

/** Somebody has seen what was wrong: it waits for nobody any more, and stays in the history. */
export async function dismissReconciliation({ campaignId, id, by }: { campaignId: string; id: string; by: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [seen] = await tx
      .update(reconciliations)
      .set({ dismissedAt: now, dismissedBy: by })
      .where(and(hasId(reconciliations.id, id), eq(reconciliations.campaignId, campaignId), isNotNull(reconciliations.endedAt), isNull(reconciliations.dismissedAt)))
      .returning(columns);
    if (!seen) return { outcome: "nothing to dismiss" } as const;
    await writeAudit(tx, { campaignId, by, act: "dismissed", subject: "count", subjectId: id, title: `of the night of ${seen.night}`, after: { found: foundInWords(seen) } }, now);
    return { outcome: "dismissed" } as const;
  });
}
