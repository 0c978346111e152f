import type postgres from "postgres";
import { everyConfirmed, everyStretch } from "#app/signatures/stretches.server.ts";
import { type DaySpan, LARGEST, NO_SOURCE, OTHER } from "./day-span.ts";

/** Counts a day whole: what was asked for and what was confirmed, by the hour and by source, country and mail domain. */
export async function countSignaturesOf(tx: postgres.TransactionSql, span: DaySpan) {
  const { campaignId, day } = span;
  await countHours(tx, span, true);
  await tx`
    with counted as (${countValues(tx, span)}), ranked as (
      select *, row_number() over (partition by by order by created desc, value) <= ${LARGEST} as is_large from counted
    ), folded as (
      select by, case when is_large then value else ${OTHER} end as value, sum(created)::int as created, sum(confirmed)::int as confirmed
      from ranked group by 1, 2
    ), gone as (
      delete from daily_counts where campaign_id = ${campaignId} and day = ${day} and by in ('all', 'source', 'country', 'mail domain')
        and (by, value) not in (select by, value from folded)
    )
    insert into daily_counts (campaign_id, day, by, value, created, confirmed)
    select ${campaignId}, ${day}, by, value, created, confirmed from folded
    on conflict on constraint one_count_per_day do update set created = excluded.created, confirmed = excluded.confirmed
      where (daily_counts.created, daily_counts.confirmed) <> (excluded.created, excluded.confirmed)`;
}

/**
 * Corrects what came of a day that is over. How many asked is left as it was counted then: a request that was denied
 * or forgotten since was one all the same, and without it every rate would climb to 100 % in the end.
 */
export async function recountConfirmedOf(tx: postgres.TransactionSql, span: DaySpan) {
  const { campaignId, day } = span;
  await countHours(tx, span, false);
  await tx`
    with counted as (${countValues(tx, span)}), known as (
      select by, value from daily_counts where campaign_id = ${campaignId} and day = ${day} and by in ('all', 'source', 'country', 'mail domain')
    ), folded as (
      select counted.by, coalesce(known.value, ${OTHER}) as value, sum(confirmed)::int as confirmed
      from counted left join known on known.by = counted.by and known.value = counted.value group by 1, 2
    ), corrected as (
      select by, value, coalesce(folded.confirmed, 0) as confirmed from known left join folded using (by, value)
    )
    update daily_counts set confirmed = corrected.confirmed from corrected
    where campaign_id = ${campaignId} and day = ${day} and daily_counts.by = corrected.by and daily_counts.value = corrected.value
      and daily_counts.confirmed <> corrected.confirmed`;
}

async function countHours(tx: postgres.TransactionSql, { campaignId, from, to }: DaySpan, countsCreated: boolean) {
  await tx`
    with asked as (
      select date_trunc('hour', created_at, 'UTC') as hour, count(*)::int as created from signatures
      where ${countsCreated}::boolean and campaign_id = ${campaignId} and ${everyStretch()} and created_at >= ${from} and created_at < ${to} group by 1
    ), granted as (
      select date_trunc('hour', confirmed_at, 'UTC') as hour, count(*)::int as confirmed from signatures
      where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= ${from} and confirmed_at < ${to} group by 1
    ), hours as (
      select hour from asked union select hour from granted
      union select hour from hourly_counts where campaign_id = ${campaignId} and hour >= ${from} and hour < ${to}
    )
    insert into hourly_counts as kept (campaign_id, hour, created, confirmed)
    select ${campaignId}, hour, coalesce(created, 0), coalesce(confirmed, 0)
    from hours left join asked using (hour) left join granted using (hour)
    on conflict on constraint one_count_per_hour do update
      set created = case when ${countsCreated}::boolean then excluded.created else kept.created end, confirmed = excluded.confirmed
      where (kept.created, kept.confirmed) <> (case when ${countsCreated}::boolean then excluded.created else kept.created end, excluded.confirmed)`;
}

/** One reading of the day's signatures, grouped four ways. */
function countValues(tx: postgres.TransactionSql, { campaignId, from, to }: DaySpan) {
  return tx`
    select
      case when grouping(source) = 0 then 'source' when grouping(country) = 0 then 'country' when grouping(domain) = 0 then 'mail domain' else 'all' end as by,
      coalesce(source, country, domain, 'all') as value, count(*)::int as created, count(*) filter (where is_confirmed)::int as confirmed
    from (
      select coalesce(source, ${NO_SOURCE}) as source, country, split_part(canonical_email, '@', 2) as domain, state = 'confirmed' as is_confirmed
      from signatures where campaign_id = ${campaignId} and ${everyStretch()} and created_at >= ${from} and created_at < ${to}
    ) day group by grouping sets ((source), (country), (domain), ()) having count(*) > 0`;
}
