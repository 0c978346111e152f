import { db } from "#db/client.server.ts";
import type { FolderFiles } from "./folder-campaign.ts";
import { printCampaign } from "./print.ts";
import { readCampaign } from "./read.server.ts";

/**
 * The campaign as the desk edits it now, as a folder: nothing of signers, of the team, or of what was answered.
 * Read at one moment, so that no change is in it by half.
 */
export async function exportCampaign(campaignId: string): Promise<FolderFiles> {
  const campaign = await db.transaction((tx) => readCampaign(tx, campaignId, { letters: "drafts" }), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  return printCampaign(campaign);
}
