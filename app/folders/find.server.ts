import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, campaignSlugs } from "#db/schema/index.ts";

/** A campaign by any address that it has or had, with all of them. */
export async function findByAnySlug(slug: string) {
  const [campaign] = await db
    .select({ id: campaigns.id, slug: campaigns.slug, name: campaigns.name })
    .from(campaignSlugs)
    .innerJoin(campaigns, eq(campaigns.id, campaignSlugs.campaignId))
    .where(eq(campaignSlugs.slug, slug));
  if (!campaign) return undefined;
  const slugs = await db.select({ slug: campaignSlugs.slug }).from(campaignSlugs).where(eq(campaignSlugs.campaignId, campaign.id));
  return { ...campaign, slugs: slugs.map((row) => row.slug) };
}
