import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, responses, stances, targets } from "#db/schema/index.ts";

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
    .returning({ targetId: responses.targetId });
  if (!published) return false;
  await tx.update(stances).set({ publishedAt: now }).where(eq(stances.responseId, responseId));
  await notify(tx, "published", await findCampaignSlug(tx, published.targetId));
  return true;
}

async function findCampaignSlug(tx: Transaction, targetId: string) {
  const [campaign] = await tx
    .select({ slug: campaigns.slug })
    .from(targets)
    .innerJoin(campaigns, eq(campaigns.id, targets.campaignId))
    .where(eq(targets.id, targetId));
  if (!campaign) throw new Error(`Target ${targetId} has no campaign`);
  return campaign.slug;
}
