import type postgres from "postgres";

/** How far each round looks back, for changes whose transaction began before the last round and ended after it. */
export const LOOK_BACK_MINUTES = 5;

/**
 * Marks the days whose counts no longer hold: of signatures and mail that came, and of those whose state changed. A
 * campaign that has never been looked at has all its days marked.
 */
export async function touchDays(tx: postgres.TransactionSql, now: Date): Promise<boolean> {
  await tx`
    with marks as (
      select id, looked_through - make_interval(mins => ${LOOK_BACK_MINUTES}) as since
      from campaigns left join count_marks on campaign_id = id
    ), touched as (
      ${changedSince(tx)}
      union ${reportedLate(tx)}
      union ${everyDay(tx, now)}
    )
    insert into counted_days (campaign_id, day, touched_at)
    select id, day, ${now} from touched where day is not null
    on conflict (campaign_id, day) do update set touched_at = excluded.touched_at where counted_days.touched_at is null`;
  // Once a minute is enough: looking a little further back finds nothing wrong.
  await tx`
    insert into count_marks (campaign_id, looked_through) select id, ${now} from campaigns
    on conflict (campaign_id) do update set looked_through = excluded.looked_through
      where count_marks.looked_through < excluded.looked_through - interval '1 minute'`;
  return true;
}

/** A confirmation is counted on the day it came, and on the day it was asked for. */
function changedSince(tx: postgres.TransactionSql) {
  return tx`
    select marks.id, changed.day from marks cross join lateral (
      select (created_at at time zone 'UTC')::date as day from signatures where campaign_id = marks.id and created_at >= since
      union all
      select unnest(array[(created_at at time zone 'UTC')::date, (confirmed_at at time zone 'UTC')::date]) from signatures
      where campaign_id = marks.id and state_changed_at >= since and confirmed_at is not null
      union all
      select (created_at at time zone 'UTC')::date from deliveries where campaign_id = marks.id and state_changed_at >= since
    ) changed where since is not null`;
}

/** The provider tells some things hours later, and by its own clock. */
function reportedLate(tx: postgres.TransactionSql) {
  return tx`
    select marks.id, (d.created_at at time zone 'UTC')::date as day
    from mail_events e join deliveries d on d.provider_id = e.provider_id join marks on marks.id = d.campaign_id
    where e.received_at >= (select min(since) from marks) and e.received_at >= since and d.state_changed_at < since`;
}

function everyDay(tx: postgres.TransactionSql, now: Date) {
  return tx`
    select marks.id, generate_series((first_at at time zone 'UTC')::date, (${now}::timestamptz at time zone 'UTC')::date, interval '1 day')::date as day
    from marks cross join lateral (
      select least(
        (select min(created_at) from signatures where campaign_id = marks.id),
        (select min(created_at) from deliveries where campaign_id = marks.id)
      ) as first_at
    ) began where since is null and first_at is not null`;
}
