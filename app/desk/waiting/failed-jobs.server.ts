import { sql } from "#db/client.server.ts";
import { daysBefore } from "#app/desk/utc-days.ts";
import { byCampaign, type DeskPath, idsOf, type WaitingKind } from "./waiting-kind.ts";

const FAILED_JOB_DAYS = 30;

/** Long work that failed, until the same has been done since or a month has passed. */
export function failedJobs({ job }: { job: DeskPath }): WaitingKind {
  const failedBy = (now: Date) => sql`
    from jobs j where j.state = 'failed' and j.ended_at > ${daysBefore(now, FAILED_JOB_DAYS)}
      and not exists (select from jobs l where l.campaign_id = j.campaign_id and l.kind = j.kind and l.state = 'done' and l.ended_at > j.ended_at)`;
  return {
    name: "failed-jobs",
    title: "Jobs that failed",
    act: "export",
    async count(campaigns, now) {
      return byCampaign(await sql`
        select j.campaign_id as "campaignId", count(*)::int as count ${failedBy(now)} and j.campaign_id in ${sql(idsOf(campaigns))} group by 1`);
    },
    async list(campaign, limit, now) {
      const failed = await sql<{ id: string; title: string; since: Date }[]>`
        select j.id, j.title, j.ended_at as since ${failedBy(now)} and j.campaign_id = ${campaign.id} order by j.ended_at limit ${limit}`;
      return failed.map(({ id, title, since }) => ({ id, words: title, since, path: job(campaign.slug, id) }));
    },
  };
}
