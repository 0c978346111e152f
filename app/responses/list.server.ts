import { and, asc, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { demands, responses, stances, targets } from "#db/schema/index.ts";
import { reviewOf } from "./review.ts";

export type ResponseRow = Awaited<ReturnType<typeof listWhere>>[number];

/** Everything recorded of one target, drafts too, newest event first: for the desk. */
export async function listResponses(targetId: string): Promise<ResponseRow[]> {
  return listWhere(eq(responses.targetId, targetId));
}

/** What the public may read of these targets, newest event first. */
export async function listPublishedResponses(targetIds: readonly string[]): Promise<ResponseRow[]> {
  if (targetIds.length === 0) return [];
  return listWhere(and(inArray(responses.targetId, [...targetIds]), isNotNull(responses.publishedAt)));
}

/** What came when, of these targets, published: all that the contact axis needs. */
export async function listResponseDays(targetIds: readonly string[]) {
  if (targetIds.length === 0) return [];
  return db
    .select({ targetId: responses.targetId, kind: responses.kind, happenedOn: responses.happenedOn })
    .from(responses)
    .where(and(inArray(responses.targetId, [...targetIds]), isNotNull(responses.publishedAt)));
}

/** One response of this campaign, draft or published; that of another campaign is absent. */
export async function findResponse(campaignId: string, responseId: string): Promise<ResponseRow | undefined> {
  if (!UUID.test(responseId)) return undefined;
  const [response] = await listWhere(and(eq(responses.id, responseId), eq(targets.campaignId, campaignId)));
  return response;
}

/** An id from a URL is anything at all, and PostgreSQL throws on what is not a UUID. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function listWhere(condition: SQL | undefined) {
  const found = await db
    .select({
      id: responses.id,
      targetId: responses.targetId,
      happenedOn: responses.happenedOn,
      channel: responses.channel,
      kind: responses.kind,
      summary: responses.summary,
      quote: responses.quote,
      sourceUrl: responses.sourceUrl,
      sourceTitle: responses.sourceTitle,
      capturedOn: responses.capturedOn,
      recordedBy: responses.recordedBy,
      publishedBy: responses.publishedBy,
      recordedAt: responses.createdAt,
      publishedAt: responses.publishedAt,
    })
    .from(responses)
    .innerJoin(targets, eq(targets.id, responses.targetId))
    .where(condition)
    .orderBy(desc(responses.happenedOn), desc(responses.id));
  const changes = await listStancesOf(found.map(({ id }) => id));
  return found.map((response) => ({
    ...response,
    review: reviewOf(response),
    stances: changes.filter(({ responseId }) => responseId === response.id),
  }));
}

async function listStancesOf(responseIds: string[]) {
  if (responseIds.length === 0) return [];
  return db
    .select({
      id: stances.id,
      responseId: stances.responseId,
      demandId: stances.demandId,
      demandSlug: demands.slug,
      demandTitle: demands.title,
      value: stances.value,
      sinceOn: stances.sinceOn,
      dueOn: stances.dueOn,
      reason: stances.reason,
    })
    .from(stances)
    .innerJoin(demands, eq(demands.id, stances.demandId))
    .where(inArray(stances.responseId, responseIds))
    .orderBy(asc(demands.position));
}
