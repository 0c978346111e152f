import { and, asc, eq, isNotNull, max } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";

/** Open campaigns with the newest title of their letter, samples last. */
export async function listOpenCampaigns() {
  const newest = db
    .select({ campaignId: letterVersions.campaignId, number: max(letterVersions.number).as("newest_number") })
    .from(letterVersions)
    .where(isNotNull(letterVersions.publishedAt))
    .groupBy(letterVersions.campaignId)
    .as("newest");
  return db
    .select({
      slug: campaigns.slug,
      name: campaigns.name,
      isSample: campaigns.isSample,
      title: letterVersions.title,
      summary: letterVersions.summary,
    })
    .from(campaigns)
    .innerJoin(newest, eq(newest.campaignId, campaigns.id))
    .innerJoin(
      letterVersions,
      and(eq(letterVersions.campaignId, campaigns.id), eq(letterVersions.number, newest.number)),
    )
    .where(eq(campaigns.state, "open"))
    .orderBy(asc(campaigns.isSample), asc(campaigns.openedAt));
}
