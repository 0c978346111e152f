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
      const expired = await sql<{ id: string; email: string; role: string; since: Date }[]>`
        select id, email, role, expires_at as since ${expiredBy(now)} and campaign_id = ${campaign.id} order by expires_at limit ${limit}`;
      return expired.map(({ id, email, role, since }) => ({ id, words: `${email}, as ${role}`, since, path: team(campaign.slug) }));
    },
  };
}
