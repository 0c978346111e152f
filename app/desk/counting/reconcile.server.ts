import type postgres from "postgres";
import { v7 } from "uuid";
import { uncountedBy } from "#app/signatures/count-states.server.ts";
import { catchUpTallies, lockTallies, markTallied } from "#app/signatures/tally.server.ts";
import { sql } from "#db/client.server.ts";
import { lastNight } from "./night.ts";
import { recountDay } from "./recount-day.server.ts";

/** What a statement answers that met another's writing: it is done anew, later. */
const SERIALIZATION_FAILURE = "40001";

interface Reconciliation {
  id: string;
  campaignId: string;
  slug: string;
  night: string;
  /** In UTC, "2026-03-02T00:00:00Z" as text, so that no microsecond is lost on the way. */
  through: string;
}

/**
 * Once a night counts every campaign anew from the signatures themselves, repairs what the tallies and roll-ups say
 * otherwise, and keeps what it found. A step is one day in one transaction that also says how far it came: a killed
 * worker goes on from there, and of several one at a time is at it. Returns how many steps it took.
 */
export async function reconcileCounts(stopping?: AbortSignal, now: Date = new Date()): Promise<number> {
  await beginNight(now);
  let steps = 0;
  while (!stopping?.aborted && (await takeStep(now))) steps += 1;
  return steps;
}

/** The row is the schedule: it survives restarts, and whoever comes second finds it there. */
async function beginNight(now: Date) {
  const night = lastNight(now);
  const due = await sql<{ id: string }[]>`
    select id from campaigns c where state <> 'draft'
      and not exists (select from reconciliations where campaign_id = c.id and (night >= ${night} or ended_at is null))`;
  if (due.length === 0) return;
  const rows = due.map(({ id }) => ({ id: v7(), campaign_id: id, night, started_at: now }));
  await sql`insert into reconciliations ${sql(rows)} on conflict do nothing`;
}

/** In one snapshot, so that a signature confirmed or withdrawn meanwhile is no fault of the count. */
async function takeStep(now: Date): Promise<boolean> {
  try {
    return await sql.begin("isolation level repeatable read", async (tx) => {
      if (!(await lockTallies(tx))) return false;
      const [next] = await tx<Reconciliation[]>`
        select r.id, r.campaign_id as "campaignId", c.slug, to_char(r.night, 'YYYY-MM-DD') as night, coalesce(r.through, '-infinity')::text as through
        from reconciliations r join campaigns c on c.id = r.campaign_id where r.ended_at is null order by r.night, r.campaign_id limit 1`;
      if (!next) return false;
      // What the clock has not heard of yet is not wrong.
      await catchUpTallies(tx, next.campaignId, new Date(`${next.night}T00:00:00Z`), now);
      const day = await findNextDay(tx, next);
      await (day === undefined ? finish(tx, next, now) : goOn(tx, next, { day, now }));
      return true;
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === SERIALIZATION_FAILURE) return false;
    throw error;
  }
}

/** The first day not looked at yet of which anything says that somebody signed. */
async function findNextDay(tx: postgres.TransactionSql, { campaignId, night, through }: Reconciliation) {
  const confirmed = (isShown: boolean) => tx`
    (select min(confirmed_at) from signatures where campaign_id = ${campaignId} and state = 'confirmed' and is_name_shown = ${isShown}
      and confirmed_at >= ${through}::text::timestamptz and confirmed_at < ${night}::text::timestamp at time zone 'UTC')`;
  const rolledUp = (of: postgres.PendingQuery<postgres.Row[]>, at: postgres.PendingQuery<postgres.Row[]>) => tx`
    (select min(${at}) from ${of} where campaign_id = ${campaignId} and confirmed <> 0
      and ${at} >= ${through}::text::timestamptz and ${at} < ${night}::text::timestamp at time zone 'UTC')`;
  const [found] = await tx<{ day: string | null }[]>`
    select to_char(least(
      ${confirmed(true)}, ${confirmed(false)}, ${rolledUp(tx`signature_tallies`, tx`minute`)}, ${rolledUp(tx`hourly_counts`, tx`hour`)}
    ) at time zone 'UTC', 'YYYY-MM-DD') as day`;
  return found?.day ?? undefined;
}

async function goOn(tx: postgres.TransactionSql, { id, campaignId }: Reconciliation, { day, now }: { day: string; now: Date }) {
  const found = await recountDay(tx, { campaignId, day, now });
  await tx`
    update reconciliations set through = (${day}::text::date + 1)::timestamp at time zone 'UTC', counted = counted + ${found.counted},
      wrong_by = wrong_by + ${found.wrongBy}, wrong_minutes = wrong_minutes + ${found.wrongMinutes},
      wrong_hours = wrong_hours + ${found.wrongHours}, wrong_days = wrong_days + ${found.wrongDays}
    where id = ${id}`;
}

/** What was wrong is right now, everywhere at once. */
async function finish(tx: postgres.TransactionSql, { id, campaignId, slug }: Reconciliation, now: Date) {
  const [mark] = await tx<{ through: Date }[]>`select counted_through as through from tally_marks where campaign_id = ${campaignId}`;
  if (mark) await markTallied(tx, { id: campaignId, through: mark.through });
  await tx`
    update reconciliations r set ended_at = ${now}, pending = told.pending, suspect = told.suspect, removed = told.removed, withdrawn = told.withdrawn
    from (${uncountedBy(campaignId)}) told where r.id = ${id}`;
  await tx`select pg_notify('published', ${slug})`;
}
