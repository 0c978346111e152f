import type { ListedCampaign } from "#app/campaigns/directory.server.ts";
import type { DirectoryEntry } from "#app/components/campaign-directory.tsx";
import { countSignaturesOf } from "#app/signatures/count.server.ts";

/** Campaigns as the public sees them in a list, with their counts. */
export async function withCounts(campaigns: ListedCampaign[]): Promise<DirectoryEntry[]> {
  const counts = await countSignaturesOf(campaigns.map(({ id }) => id));
  return campaigns.map(({ id, ...campaign }) => ({ ...campaign, signatures: counts.get(id) ?? 0 }));
}
