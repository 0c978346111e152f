import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Organisations that confirmed their wish to sign, and nobody has decided. */
export function coSignRequests({ requests }: { requests: (campaignSlug: string) => string }): WaitingKind {
  return {
    name: "co-sign-requests",
    title: "Organisations that want to co-sign",
    act: "edit",
    path: requests,
    async count(campaigns) {
      return byCampaign(await sql`
        select campaign_id as "campaignId", count(*)::int as count from co_sign_requests
        where campaign_id in ${sql(idsOf(campaigns))} and state = 'confirmed' group by 1`);
    },
    async list(campaign, limit) {
      const asked = await sql<{ id: string; organisation: string; since: Date }[]>`
        select id, organisation, confirmed_at as since from co_sign_requests
        where campaign_id = ${campaign.id} and state = 'confirmed' order by confirmed_at limit ${limit}`;
      return asked.map(({ id, organisation, since }) => ({ id, words: organisation, since, path: requests(campaign.slug) }));
    },
  };
}
