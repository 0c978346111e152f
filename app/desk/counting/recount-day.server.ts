import type postgres from "postgres";
import { LOOK_BACK_MINUTES } from "#app/desk/roll-ups/touched-days.server.ts";
import { changedSinceConfirmed, everyConfirmed } from "#app/signatures/stretches.server.ts";

interface DayOfCampaign {
  campaignId: string;
  /** "YYYY-MM-DD", in UTC. */
  day: string;
  now: Date;
}

interface Span {
  campaignId: string;
  from: Date;
  to: Date;
}

/**
 * Counts one day of a campaign from the signatures themselves. Minutes of the count that say otherwise are corrected at
 * once; a day whose roll-ups do is marked, and counted anew by their own round. Says how much was counted, by how much
 * the count had been wrong, and where.
 */
export async function recountDay(tx: postgres.TransactionSql, { campaignId, day, now }: DayOfCampaign) {
  const from = new Date(`${day}T00:00:00Z`);
  const span = { campaignId, from, to: new Date(from.getTime() + 86_400_000) };
  const minutes = await recountMinutes(tx, span);
  if (!(await isSettled(tx, span))) return { ...minutes, wrongHours: 0, wrongDays: 0 };
  const rollUps = await compareRollUps(tx, span);
  if (rollUps.wrongHours + rollUps.wrongDays > 0) {
    await tx`
      insert into counted_days (campaign_id, day, touched_at) values (${campaignId}, ${day}, ${now})
      on conflict (campaign_id, day) do update set touched_at = excluded.touched_at, rests_until = null`;
  }
  return { ...minutes, ...rollUps };
}

async function recountMinutes(tx: postgres.TransactionSql, { campaignId, from, to }: Span) {
  const [found] = await tx<{ counted: number; wrongBy: number; wrongMinutes: number }[]>`
    with counted as (
      select date_trunc('minute', confirmed_at) as minute, count(*)::int as confirmed from signatures
      where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= ${from} and confirmed_at < ${to} group by 1
    ), tallied as (
      select minute, confirmed from signature_tallies where campaign_id = ${campaignId} and minute >= ${from} and minute < ${to}
    ), compared as (
      select minute, coalesce(counted.confirmed, 0) as counted, coalesce(tallied.confirmed, 0) as tallied
      from counted full join tallied using (minute)
    ), repaired as (
      insert into signature_tallies (campaign_id, minute, confirmed)
      select ${campaignId}, minute, counted from compared where counted <> tallied
      on conflict (campaign_id, minute) do update set confirmed = excluded.confirmed
    )
    select coalesce(sum(counted), 0)::int as counted, coalesce(sum(tallied - counted), 0)::int as "wrongBy",
      (count(*) filter (where counted <> tallied))::int as "wrongMinutes"
    from compared`;
  return found ?? { counted: 0, wrongBy: 0, wrongMinutes: 0 };
}

/** Whether the roll-ups have had their turn with all that happened to the day: what they have not heard of is not wrong. */
async function isSettled(tx: postgres.TransactionSql, { campaignId, from, to }: Span): Promise<boolean> {
  const [mark] = await tx<{ since: Date }[]>`
    select m.looked_through - make_interval(mins => ${LOOK_BACK_MINUTES}) as since
    from count_marks m join counted_days d on d.campaign_id = m.campaign_id
    where m.campaign_id = ${campaignId} and d.day = (${from}::timestamptz at time zone 'UTC')::date
      and d.touched_at is null and d.counted_at is not null`;
  if (!mark || mark.since < to) return false;
  const [late] = await tx`
    select from signatures where campaign_id = ${campaignId} and ${changedSinceConfirmed()} and state_changed_at >= ${mark.since}
      and ((confirmed_at >= ${from} and confirmed_at < ${to}) or (created_at >= ${from} and created_at < ${to}))
    union all
    select from signatures where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= ${mark.since}
      and created_at >= ${from} and created_at < ${to}
    limit 1`;
  return late === undefined;
}

async function compareRollUps(tx: postgres.TransactionSql, { campaignId, from, to }: Span) {
  const [found] = await tx<{ wrongHours: number; wrongDays: number }[]>`
    with counted as (
      select date_trunc('hour', confirmed_at, 'UTC') as hour, count(*)::int as confirmed from signatures
      where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= ${from} and confirmed_at < ${to} group by 1
    ), kept as (
      select hour, confirmed from hourly_counts where campaign_id = ${campaignId} and hour >= ${from} and hour < ${to}
    ), created as (
      select count(*)::int as confirmed from signatures
      where campaign_id = ${campaignId} and state = 'confirmed' and is_name_shown = any('{true,false}'::boolean[])
        and (comment is not null) = any('{true,false}'::boolean[]) and created_at >= ${from} and created_at < ${to}
    )
    select
      (select count(*)::int from counted full join kept using (hour) where coalesce(counted.confirmed, 0) <> coalesce(kept.confirmed, 0)) as "wrongHours",
      (select (created.confirmed <> coalesce((
        select confirmed from daily_counts
        where campaign_id = ${campaignId} and by = 'all' and day = (${from}::timestamptz at time zone 'UTC')::date and value = 'all'
      ), 0))::int from created) as "wrongDays"`;
  return found ?? { wrongHours: 0, wrongDays: 0 };
}
