import { asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";
import { statesThat } from "./states.ts";

export type ListedCampaign = Awaited<ReturnType<typeof listOpenCampaigns>>[number];

/** Campaigns for the front page, each with the newest published text of its letter, in its main language where there is one; samples last. */
export async function listOpenCampaigns() {
  return selectListed("isOnFrontPage", asc(campaigns.openedAt));
}

/** Campaigns that have ended, the newest first; samples last. */
export async function listEndedCampaigns() {
  return selectListed("isInArchive", desc(campaigns.closedAt));
}

function selectListed(where: "isOnFrontPage" | "isInArchive", order: ReturnType<typeof asc>) {
  const newest = db
    .selectDistinctOn([letterVersions.campaignId], {
      campaignId: letterVersions.campaignId,
      language: letterVersions.language,
      title: letterVersions.title,
      addressees: letterVersions.addressees,
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
      id: campaigns.id,
      slug: campaigns.slug,
      name: campaigns.name,
      state: campaigns.state,
      isSample: campaigns.isSample,
      goal: campaigns.goal,
      openedAt: campaigns.openedAt,
      closedAt: campaigns.closedAt,
      isWon: campaigns.isWon,
      language: newest.language,
      title: newest.title,
      addressees: newest.addressees,
      summary: newest.summary,
    })
    .from(campaigns)
    .innerJoin(newest, eq(newest.campaignId, campaigns.id))
    .where(inArray(campaigns.state, statesThat(where)))
    .orderBy(asc(campaigns.isSample), order, asc(campaigns.slug));
}
