import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { campaigns, retailers, targets } from "#db/schema/index.ts";

/** Whose target it is, and in which campaign. @throws for a target that is not there. */
export async function findPlaceOfTarget(tx: Transaction, targetId: string) {
  const [place] = await tx
    .select({ campaignId: campaigns.id, campaignSlug: campaigns.slug, retailer: retailers.name })
    .from(targets)
    .innerJoin(campaigns, eq(campaigns.id, targets.campaignId))
    .innerJoin(retailers, eq(retailers.id, targets.retailerId))
    .where(eq(targets.id, targetId));
  if (!place) throw new Error(`Target ${targetId} has no campaign`);
  return place;
}
