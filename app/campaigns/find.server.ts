import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaignColumns, campaigns } from "#db/schema/index.ts";
import { statesThat } from "./states.ts";

export type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>;

/** A campaign that the public may see: a draft is absent. */
export async function findCampaign(slug: string) {
  const [campaign] = await db
    .select(campaignColumns)
    .from(campaigns)
    .where(and(eq(campaigns.slug, slug), inArray(campaigns.state, statesThat("isPublic"))));
  return campaign;
}
