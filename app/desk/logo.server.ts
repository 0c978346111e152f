import { keepFile } from "#app/campaigns/files.server.ts";
import { checkLogo } from "#app/campaigns/logo.ts";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { changeSettings, settingsOf } from "#app/campaigns/settings.server.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { db } from "#db/client.server.ts";

/** Puts a picture at the head of the campaign's pages, once it is one by its own bytes. */
export async function setLogo({ campaign, content, by }: { campaign: DeskCampaign; content: Uint8Array; by: string }) {
  const checked = checkLogo(content);
  if (!checked.ok) return { outcome: "refused", reason: checked.reason } as const;
  await db.transaction(async (tx) => {
    const logoHash = await keepFile(tx, { content, kind: checked.kind });
    await changeSettings(tx, { campaignId: campaign.id, values: { logoHash }, by, ...opened(campaign) });
  });
  return { outcome: "set" } as const;
}

/** The clock forgets the file, unless another page shows it. */
export async function removeLogo({ campaign, by }: { campaign: DeskCampaign; by: string }) {
  await db.transaction((tx) => changeSettings(tx, { campaignId: campaign.id, values: { logoHash: null }, by, ...opened(campaign) }));
  return { outcome: "removed" } as const;
}

/** A picture is seen whole before it is replaced: the form has nothing that could be written over unread. */
function opened(campaign: DeskCampaign) {
  return { revision: campaign.revision, seen: seenOf(settingsOf(campaign, ["logoHash"])) };
}
