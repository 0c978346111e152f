import { and, eq, inArray, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, campaignSlugs, memberships } from "#db/schema/index.ts";
import { statesThat } from "./states.ts";

/** The present slug of the public campaign that had this one before; undefined when there is none, or it has it still. */
export async function findNewSlug(oldSlug: string): Promise<string | undefined> {
  const [moved] = await db
    .select({ slug: campaigns.slug })
    .from(campaignSlugs)
    .innerJoin(campaigns, eq(campaigns.id, campaignSlugs.campaignId))
    .where(and(eq(campaignSlugs.slug, oldSlug), ne(campaigns.slug, oldSlug), inArray(campaigns.state, statesThat("isPublic"))));
  return moved?.slug;
}

/** The same for an organizer's own campaign, a draft too. */
export async function findNewDeskSlug(organizerId: string, oldSlug: string): Promise<string | undefined> {
  const [moved] = await db
    .select({ slug: campaigns.slug })
    .from(campaignSlugs)
    .innerJoin(campaigns, eq(campaigns.id, campaignSlugs.campaignId))
    .innerJoin(memberships, and(eq(memberships.campaignId, campaigns.id), eq(memberships.organizerId, organizerId)))
    .where(and(eq(campaignSlugs.slug, oldSlug), ne(campaigns.slug, oldSlug)));
  return moved?.slug;
}
