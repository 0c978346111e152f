import { and, eq, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { responses, stances } from "#db/schema/index.ts";
import { findPlaceOfTarget } from "./place-of-target.server.ts";

/**
 * Shows a draft to the public with its stances. What is published stays: a mistake is corrected by a further
 * record. "nothing to publish" is a response that was published before, by whoever came first, or that is gone.
 */
export async function publishResponse(
  responseId: string,
  organizerId: string,
  now: Date = new Date(),
): Promise<{ outcome: "published" | "nothing to publish" }> {
  return db.transaction(async (tx) => {
    const isPublished = await publishIn(tx, responseId, organizerId, now);
    return { outcome: isPublished ? "published" : "nothing to publish" };
  });
}

/** Joins the caller's transaction; false when there was no draft of this id. */
export async function publishIn(tx: Transaction, responseId: string, organizerId: string, now: Date): Promise<boolean> {
  const [published] = await tx
    .update(responses)
    .set({ publishedAt: now, publishedBy: organizerId })
    .where(and(eq(responses.id, responseId), isNull(responses.publishedAt)))
    .returning({ targetId: responses.targetId, kind: responses.kind, happenedOn: responses.happenedOn });
  if (!published) return false;
  const changed = await tx
    .update(stances)
    .set({ publishedAt: now })
    .where(eq(stances.responseId, responseId))
    .returning({ value: stances.value });
  const { targetId, kind, happenedOn } = published;
  const { campaignId, campaignSlug, retailer } = await findPlaceOfTarget(tx, targetId);
  const after = { kind, happenedOn, stances: changed.map(({ value }) => value) };
  await writeAudit(tx, { campaignId, by: organizerId, act: "published", subject: "response", subjectId: responseId, title: retailer, after }, now);
  await notify(tx, "published", campaignSlug);
  return true;
}
