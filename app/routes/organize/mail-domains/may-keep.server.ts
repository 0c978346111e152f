import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { mayStartCampaigns } from "#app/organizers/roles.ts";

/** Every organizer sees the rules for mail domains; those who may start campaigns keep them, for all campaigns share them. */
export async function mayKeepMailDomains(organizerId: string): Promise<boolean> {
  const own = await listDeskCampaigns(organizerId);
  return mayStartCampaigns(own.map(({ role }) => role));
}
