import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaignColumns, campaigns, memberships } from "#db/schema/index.ts";

export type DeskCampaign = NonNullable<Awaited<ReturnType<typeof findDeskCampaign>>>;

/** A campaign of this organizer, drafts too, and their role in it; one they do not belong to is absent. */
export async function findDeskCampaign(organizerId: string, slug: string) {
  const [campaign] = await db
    .select({ ...campaignColumns, role: memberships.role })
    .from(campaigns)
    .innerJoin(memberships, eq(memberships.campaignId, campaigns.id))
    .where(and(eq(memberships.organizerId, organizerId), eq(campaigns.slug, slug)));
  return campaign;
}

/** The address of a campaign of this organizer by its key. */
export async function findOwnSlug(organizerId: string, campaignId: string) {
  const [campaign] = await db
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .innerJoin(memberships, eq(memberships.campaignId, campaigns.id))
    .where(and(eq(memberships.organizerId, organizerId), eq(campaigns.id, campaignId)));
  return campaign?.slug;
}

/** Those that have ended come last. */
export async function listDeskCampaigns(organizerId: string) {
  return db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      name: campaigns.name,
      state: campaigns.state,
      isSample: campaigns.isSample,
      isInTestMode: campaigns.isInTestMode,
      requiresSecondStep: campaigns.requiresSecondStep,
      role: memberships.role,
    })
    .from(campaigns)
    .innerJoin(memberships, eq(memberships.campaignId, campaigns.id))
    .where(eq(memberships.organizerId, organizerId))
    .orderBy(inArray(campaigns.state, ["closed", "archived"]), asc(campaigns.isSample), asc(campaigns.name));
}
