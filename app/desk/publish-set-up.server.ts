import { publishWholeLetters } from "#app/letters/publish-whole.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { db } from "#db/client.server.ts";
import { openCampaign } from "./campaign-life.server.ts";
import { setSchedule } from "./schedule.server.ts";
import { whatHindersOpening } from "./set-up.server.ts";

interface Publishing {
  campaign: Campaign;
  by: string;
}

interface ViewUrls {
  letter(slug: string): string;
}

/**
 * The end of the set-up: every letter that is whole becomes its first public version, and the campaign opens, in test
 * mode as it was. All of it or nothing; pressed twice, it is opened once.
 */
export async function publishSetUp({ campaign, by }: Publishing, urls: ViewUrls, now: Date = new Date()): Promise<{ outcome: "opened" | "opened before" | "not ready" }> {
  if (campaign.state !== "draft") return { outcome: "opened before" };
  if ((await whatHindersOpening(campaign, urls)).length > 0) return { outcome: "not ready" };
  return db.transaction(async (tx) => {
    await publishWholeLetters(tx, { campaignId: campaign.id, by }, now);
    const { outcome } = await openCampaign(tx, { campaignId: campaign.id, by }, now);
    if (outcome === "not possible") return { outcome: "opened before" };
    return { outcome: outcome === "opened" ? "opened" : "not ready" };
  });
}

/** The same by the clock, at a time to come; what stands then is published, if nothing is missing then: see `openAndCloseOnTime`. */
export async function scheduleSetUp(
  { campaign, by, opensAt }: Publishing & { opensAt: Date },
  urls: ViewUrls,
  now: Date = new Date(),
): Promise<{ outcome: "scheduled" | "opened before" | "not ready" }> {
  if (campaign.state !== "draft") return { outcome: "opened before" };
  if ((await whatHindersOpening(campaign, urls)).length > 0) return { outcome: "not ready" };
  const { outcome } = await setSchedule({ campaignId: campaign.id, by, opensAt, closesAt: campaign.closesAt }, now);
  return { outcome: outcome === "not possible" ? "opened before" : "scheduled" };
}
