import { seenOf } from "#app/campaigns/seen.server.ts";
import { saveSettings, type Seen, settingsOf } from "#app/campaigns/settings.server.ts";
import { listFrameworks } from "#app/frameworks/list.server.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";

/** The published standards that a campaign may hold products to, and which of them it does. */
export async function readFramework(campaign: DeskCampaign) {
  const frameworks = await listFrameworks();
  return { frameworks, chosen: campaign.frameworkId, revision: campaign.revision, seen: seenOf(settingsOf(campaign, ["frameworkId"])) };
}

export async function saveFramework({ campaign, framework, by, revision, seen }: { campaign: DeskCampaign; framework: string | null; by: string } & Seen) {
  const frameworks = await listFrameworks();
  if (framework !== null && !frameworks.some(({ id }) => id === framework)) return { outcome: "no such framework" } as const;
  return saveSettings({ campaignId: campaign.id, values: { frameworkId: framework }, by, revision, seen });
}
