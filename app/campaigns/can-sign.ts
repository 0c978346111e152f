import type { Campaign } from "./find.server.ts";

export function canSign(campaign: Pick<Campaign, "state">): boolean {
  return campaign.state === "open";
}
