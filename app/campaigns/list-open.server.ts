import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";

/** Open campaigns with the newest published title of their letter in one language, samples last. */
export async function listOpenCampaigns(language = "en") {
  const newest = db
    .selectDistinctOn([letterVersions.campaignId], {
      campaignId: letterVersions.campaignId,
      title: letterVersions.title,
      summary: letterVersions.summary,
    })
    .from(letterVersions)
    .where(and(eq(letterVersions.language, language), isNotNull(letterVersions.publishedAt)))
    .orderBy(letterVersions.campaignId, desc(letterVersions.number))
    .as("newest");
  return db
    .select({
      slug: campaigns.slug,
      name: campaigns.name,
      isSample: campaigns.isSample,
      title: newest.title,
      summary: newest.summary,
    })
    .from(campaigns)
    .innerJoin(newest, eq(newest.campaignId, campaigns.id))
    .where(eq(campaigns.state, "open"))
    .orderBy(asc(campaigns.isSample), asc(campaigns.openedAt));
}
