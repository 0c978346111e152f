import type { Act } from "#app/organizers/roles.ts";
import { sql } from "#db/client.server.ts";
import { daysBefore } from "#app/desk/utc-days.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** For how long a mail that failed asks for attention. */
const FAILED_MAIL_DAYS = 7;

const FAILURES: Record<string, string> = {
  failed: "could not be sent",
  bounced: "came back",
  suppressed: "not sent, for the address does not take our mail",
  complained: "reported as unwanted",
};

const OF = {
  retailers: { name: "failed-mail-to-retailers", title: "Mail to retailers that failed this week", act: "write contacts" },
  signers: { name: "failed-mail-to-signers", title: "Mail to signers that failed this week", act: "view" },
} as const satisfies Record<string, { name: string; title: string; act: Act }>;

/** Mail of the last seven days that did not arrive, by what became of it. */
export function failedMail(to: keyof typeof OF, { page }: { page: (campaignSlug: string) => string }): WaitingKind {
  const failedSince = (now: Date) => sql`
    from daily_counts where by = ${`mail to ${to}`} and day > ${daysBefore(now, FAILED_MAIL_DAYS)} and value in ${sql(Object.keys(FAILURES))} and created > 0`;
  return {
    ...OF[to],
    async count(campaigns, now) {
      return byCampaign(await sql`
        select campaign_id as "campaignId", sum(created)::int as count ${failedSince(now)}
        and campaign_id in ${sql(idsOf(campaigns))} group by 1`);
    },
    async list(campaign, limit, now) {
      const failed = await sql<{ state: string; mails: number; since: Date }[]>`
        select value as state, sum(created)::int as mails, min(day)::timestamp at time zone 'UTC' as since ${failedSince(now)}
        and campaign_id = ${campaign.id} group by 1 order by 3, 1 limit ${limit}`;
      return failed.map(({ state, mails, since }) => ({
        id: state,
        words: `${mails.toLocaleString("en")} ${FAILURES[state] ?? state}`,
        since,
        path: page(campaign.slug),
      }));
    },
  };
}
