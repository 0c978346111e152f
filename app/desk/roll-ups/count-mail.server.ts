import type postgres from "postgres";
import type { DaySpan } from "./day-span.ts";

/**
 * Counts the mail that was written on a day by what became of it by now: mail to signers, mail to retailers, and the
 * latter by target too, which its contact tells without a look into the messages. Test copies are not among it.
 */
export async function countMailOf(tx: postgres.TransactionSql, { campaignId, day, from, to }: DaySpan) {
  await tx`
    with counted as (
      select case when d.card = 'demands' then 'mail to retailers' else 'mail to signers' end as by, t.id as target_id, d.state::text as state, count(*)::int as mails
      from deliveries d
      left join contacts k on k.id = d.contact_id
      left join targets t on t.campaign_id = d.campaign_id and t.retailer_id = k.retailer_id
      where d.campaign_id = ${campaignId} and d.created_at >= ${from} and d.created_at < ${to} and not d.is_test
        and (d.card = 'demands' or d.signature_id is not null)
      group by 1, 2, 3
    ), by_day as (
      select by, state as value, sum(mails)::int as created from counted group by 1, 2
    ), gone_by_day as (
      delete from daily_counts where campaign_id = ${campaignId} and day = ${day} and by in ('mail to signers', 'mail to retailers')
        and (by, value) not in (select by, value from by_day)
    ), gone_by_target as (
      delete from target_mail_counts where day = ${day} and target_id in (select id from targets where campaign_id = ${campaignId})
        and (target_id, state) not in (select target_id, state from counted where target_id is not null)
    ), kept_by_target as (
      insert into target_mail_counts (target_id, day, state, count)
      select target_id, ${day}, state, mails from counted where target_id is not null
      on conflict on constraint one_mail_count_per_state do update set count = excluded.count where target_mail_counts.count <> excluded.count
    )
    insert into daily_counts (campaign_id, day, by, value, created)
    select ${campaignId}, ${day}, by, value, created from by_day
    on conflict on constraint one_count_per_day do update set created = excluded.created where daily_counts.created <> excluded.created`;
}
