import type postgres from "postgres";
import { changedSinceConfirmed, everyConfirmed, everyStretch } from "#app/signatures/stretches.server.ts";

/** How far each round looks back, for changes whose transaction began before the last round and ended after it. */
export const LOOK_BACK_MINUTES = 5;
const LOOK_BACK_MS = LOOK_BACK_MINUTES * 60_000;

interface Mark {
  id: string;
  /** Null for a campaign that has never been looked at. */
  lookedThrough: Date | null;
}

/**
 * Marks the days whose counts no longer hold: of signatures and mail that came, and of those whose state changed. A
 * campaign that has never been looked at has all its days marked. A statement a campaign, with its own instant in it:
 * of an instant that is only known while it runs the planner thinks too much, and reads whole tables.
 */
export async function touchDays(tx: postgres.TransactionSql, now: Date): Promise<boolean> {
  const marks = await tx<Mark[]>`
    select id, looked_through as "lookedThrough" from campaigns left join count_marks on campaign_id = id`;
  for (const { id, lookedThrough } of marks) {
    await touch(tx, now, lookedThrough ? changedSince(tx, id, lookBack(lookedThrough)) : everyDay(tx, id, now));
  }
  const looked = marks.flatMap(({ lookedThrough }) => lookedThrough ?? []);
  if (looked.length > 0) await touch(tx, now, reportedLate(tx, lookBack(new Date(Math.min(...looked.map(Number))))));
  // Once a minute is enough: looking a little further back finds nothing wrong.
  await tx`
    insert into count_marks (campaign_id, looked_through) select id, ${now} from campaigns
    on conflict (campaign_id) do update set looked_through = excluded.looked_through
      where count_marks.looked_through < excluded.looked_through - interval '1 minute'`;
  return true;
}

function lookBack(instant: Date) {
  return new Date(instant.getTime() - LOOK_BACK_MS);
}

async function touch(tx: postgres.TransactionSql, now: Date, touched: postgres.PendingQuery<postgres.Row[]>) {
  await tx`
    insert into counted_days (campaign_id, day, touched_at)
    select distinct campaign_id, day, ${now}::timestamptz from (${touched}) touched where day is not null
    on conflict (campaign_id, day) do update set touched_at = excluded.touched_at where counted_days.touched_at is null`;
}

/** A confirmation is counted on the day it came, and on the day it was asked for. */
function changedSince(tx: postgres.TransactionSql, campaignId: string, since: Date) {
  return tx`
    select campaign_id, (created_at at time zone 'UTC')::date as day from signatures
    where campaign_id = ${campaignId} and ${everyStretch()} and created_at >= ${since}
    union all
    select campaign_id, unnest(array[(created_at at time zone 'UTC')::date, (confirmed_at at time zone 'UTC')::date]) from signatures
    where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= ${since}
    union all
    select campaign_id, unnest(array[(created_at at time zone 'UTC')::date, (confirmed_at at time zone 'UTC')::date]) from signatures
    where campaign_id = ${campaignId} and ${changedSinceConfirmed()} and state_changed_at >= ${since}
    union all
    select campaign_id, (created_at at time zone 'UTC')::date from deliveries
    where campaign_id = ${campaignId} and created_at >= ${since}
    union all
    select campaign_id, (created_at at time zone 'UTC')::date from deliveries
    where campaign_id = ${campaignId} and state_changed_at <> created_at and state_changed_at >= ${since}`;
}

/** The provider tells some things hours later, and by its own clock. */
function reportedLate(tx: postgres.TransactionSql, since: Date) {
  return tx`
    select d.campaign_id, (d.created_at at time zone 'UTC')::date as day
    from mail_events e join deliveries d on d.provider_id = e.provider_id
    where e.received_at >= ${since} and d.state_changed_at < ${since} and d.campaign_id is not null`;
}

function everyDay(tx: postgres.TransactionSql, campaignId: string, now: Date) {
  return tx`
    select ${campaignId}::uuid as campaign_id,
      generate_series((first_at at time zone 'UTC')::date, (${now}::timestamptz at time zone 'UTC')::date, interval '1 day')::date as day
    from (select least(
      (select min(created_at) from signatures where campaign_id = ${campaignId}),
      (select min(created_at) from deliveries where campaign_id = ${campaignId})
    ) as first_at) began where first_at is not null`;
}
