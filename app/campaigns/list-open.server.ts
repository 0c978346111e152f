import { asc, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";

/** Open campaigns with the newest published title of their letter in their main language, samples last. */
export async function listOpenCampaigns() {
  const newest = db
    .selectDistinctOn([letterVersions.campaignId], {
      campaignId: letterVersions.campaignId,
      language: letterVersions.language,
      title: letterVersions.title,
      summary: letterVersions.summary,
    })
    .from(letterVersions)
    .innerJoin(campaigns, eq(campaigns.id, letterVersions.campaignId))
    .where(isNotNull(letterVersions.publishedAt))
    .orderBy(
      letterVersions.campaignId,
      desc(eq(letterVersions.language, campaigns.language)),
      letterVersions.language,
      desc(letterVersions.number),
    )
    .as("newest");
  return db
    .select({
      slug: campaigns.slug,
      name: campaigns.name,
      isSample: campaigns.isSample,
      language: newest.language,
      title: newest.title,
      summary: newest.summary,
    })
    .from(campaigns)
    .innerJoin(newest, eq(newest.campaignId, campaigns.id))
    .where(eq(campaigns.state, "open"))
    .orderBy(asc(campaigns.isSample), asc(campaigns.openedAt));
}
