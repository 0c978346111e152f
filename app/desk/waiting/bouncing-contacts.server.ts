import { sql } from "#db/client.server.ts";
import { byCampaign, type DeskPath, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Addresses of retailers from which mail came back. */
export function bouncingContacts({ contacts }: { contacts: DeskPath }): WaitingKind {
  return {
    name: "bouncing-contacts",
    title: "Bouncing contacts",
    act: "write contacts",
    async count(campaigns) {
      return byCampaign(await sql`
        select t.campaign_id as "campaignId", count(*)::int as count from targets t join contacts k on k.retailer_id = t.retailer_id
        where t.campaign_id in ${sql(idsOf(campaigns))} and k.state = 'bouncing' group by 1`);
    },
    async list(campaign, limit) {
      const bouncing = await sql<{ id: string; slug: string; name: string; role: string; reason: string | null; since: Date }[]>`
        select k.id, r.slug, r.name, k.role, k.state_reason as reason, k.state_changed_at as since
        from targets t join retailers r on r.id = t.retailer_id join contacts k on k.retailer_id = r.id
        where t.campaign_id = ${campaign.id} and k.state = 'bouncing' order by k.state_changed_at limit ${limit}`;
      return bouncing.map(({ id, slug, name, role, reason, since }) => ({
        id,
        words: `${name}, ${role}${reason ? `: ${reason}` : ""}`,
        since,
        path: contacts(campaign.slug, slug),
      }));
    },
  };
}
