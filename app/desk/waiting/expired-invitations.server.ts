import type { Role } from "#app/organizers/roles.ts";
import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Places in the team that were offered, not taken, and not taken back. */
export function expiredInvitations({ team }: { team: (campaignSlug: string) => string }): WaitingKind {
  const expiredBy = (now: Date) => sql`
    from invitations where accepted_at is null and revoked_at is null and expires_at <= ${now}`;
  return {
    name: "expired-invitations",
    title: "Invitations that expired",
    act: "manage team",
    path: team,
    async count(campaigns, now) {
      return byCampaign(await sql`
        select campaign_id as "campaignId", count(*)::int as count ${expiredBy(now)} and campaign_id in ${sql(idsOf(campaigns))} group by 1`);
    },
    async list(campaign, limit, now) {
      // Everybody at the desk reads what waits; whom owners invited is told on the team's page, to them.
      const expired = await sql<{ id: string; role: Role; since: Date }[]>`
        select id, role, expires_at as since ${expiredBy(now)} and campaign_id = ${campaign.id} order by expires_at limit ${limit}`;
      return expired.map(({ id, role, since }) => ({ id, words: `Somebody invited as ${role}`, since, path: team(campaign.slug) }));
    },
  };
}
