import { and, asc, desc, eq, inArray, isNotNull, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { responses, stances } from "#db/schema/index.ts";

export type StanceRow = Awaited<ReturnType<typeof listStanceHistory>>[number];

const publishedStance = {
  id: stances.id,
  targetId: stances.targetId,
  demandId: stances.demandId,
  responseId: stances.responseId,
  value: stances.value,
  sinceOn: stances.sinceOn,
  dueOn: stances.dueOn,
  reason: stances.reason,
  /** When its evidence was last read. */
  capturedOn: responses.capturedOn,
  /** When the house told it; it may have been true for longer. */
  publishedOn: raw<string>`to_char(${stances.publishedAt} at time zone 'UTC', 'YYYY-MM-DD')`,
};

/**
 * Where each of these targets stands on each demand: the newest published stance, one a cell. A cell without a
 * published stance has no row.
 */
export async function listCurrentStances(targetIds: readonly string[]) {
  if (targetIds.length === 0) return [];
  return db
    .selectDistinctOn([stances.targetId, stances.demandId], publishedStance)
    .from(stances)
    .innerJoin(responses, eq(responses.id, stances.responseId))
    .where(and(inArray(stances.targetId, [...targetIds]), isNotNull(stances.publishedAt)))
    .orderBy(stances.targetId, stances.demandId, desc(stances.publishedAt), desc(stances.sinceOn), desc(stances.id));
}

/** Every published stance of these targets, oldest first; the last of a demand is where the target stands. */
export async function listStanceHistory(targetIds: readonly string[]) {
  if (targetIds.length === 0) return [];
  return db
    .select(publishedStance)
    .from(stances)
    .innerJoin(responses, eq(responses.id, stances.responseId))
    .where(and(inArray(stances.targetId, [...targetIds]), isNotNull(stances.publishedAt)))
    .orderBy(asc(stances.publishedAt), asc(stances.sinceOn), asc(stances.id));
}
