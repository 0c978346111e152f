import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { changedSinceConfirmed, everyConfirmed } from "./stretches.server.ts";

/** How far each round looks back, for signatures whose transaction began before the last round and ended after it. */
const LOOK_BACK_MINUTES = 5;

/**
 * Counts confirmed signatures by the minute, up to the last whole one. Minutes within the look-back are counted
 * anew, and so are those of signatures that were withdrawn, removed or confirmed again since. One process at a time.
 */
export async function tallySignatures(now: Date = new Date()) {
  await sql.begin(async (tx) => {
    if (!(await lockTallies(tx))) return;
    const campaigns = await tx<{ id: string }[]>`select id from campaigns`;
    for (const { id } of campaigns) await tallyCampaign(tx, id, now);
  });
}

/** The lock that whoever writes tallies holds, until the transaction ends; false when another has it. */
export async function lockTallies(tx: postgres.TransactionSql): Promise<boolean> {
  const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('tally-signatures')) as "isMine"`;
  return lock?.isMine ?? false;
}

async function tallyCampaign(tx: postgres.TransactionSql, id: string, now: Date) {
  const mark = await findMark(tx, id);
  const through = startOfMinute(now);
  await (mark ? tallySince(tx, { id, from: mark.from, through }) : tallyAll(tx, { id, through }));
  await markTallied(tx, { id, through });
}

/** For whoever holds the lock: the minutes before an instant are as they would be if the clock had just tallied them. */
export async function catchUpTallies(tx: postgres.TransactionSql, id: string, before: Date, now: Date) {
  const mark = await findMark(tx, id);
  // The total follows with the clock's next round: to add up all minutes takes the longest of it.
  if (mark && mark.through >= before) return tallySince(tx, { id, ...mark });
  return tallyCampaign(tx, id, now);
}

async function findMark(tx: postgres.TransactionSql, id: string) {
  const [mark] = await tx<{ from: Date; through: Date }[]>`
    select counted_through as through, counted_through - make_interval(mins => ${LOOK_BACK_MINUTES}) as "from" from tally_marks where campaign_id = ${id}`;
  return mark;
}

/** The first time, in one reading: a campaign may come with millions. */
async function tallyAll(tx: postgres.TransactionSql, { id, through }: { id: string; through: Date }) {
  await tx`delete from signature_tallies where campaign_id = ${id}`;
  await tx`
    insert into signature_tallies (campaign_id, minute, confirmed)
    select ${id}, date_trunc('minute', confirmed_at), count(*)::int from signatures
    where campaign_id = ${id} and ${everyConfirmed()} and confirmed_at < ${through} group by 2`;
}

async function tallySince(tx: postgres.TransactionSql, { id, from, through }: { id: string; from: Date; through: Date }) {
  await tx`
    with touched as (
      select date_trunc('minute', confirmed_at) as minute from signatures
      where campaign_id = ${id} and ${everyConfirmed()} and confirmed_at >= ${from} and confirmed_at < ${through}
      union
      select date_trunc('minute', confirmed_at) from signatures
      where campaign_id = ${id} and ${changedSinceConfirmed()} and state_changed_at >= ${from} and confirmed_at < ${through}
      union
      select minute from signature_tallies where campaign_id = ${id} and minute >= ${from}
    ), counted as (
      select minute, count(s.id)::int as confirmed
      from touched
      left join signatures s on s.campaign_id = ${id} and ${everyConfirmed()}
        and s.confirmed_at >= minute and s.confirmed_at < minute + interval '1 minute'
      group by minute
    )
    insert into signature_tallies (campaign_id, minute, confirmed)
    select ${id}, minute, confirmed from counted
    on conflict (campaign_id, minute) do update set confirmed = excluded.confirmed
      where signature_tallies.confirmed <> excluded.confirmed`;
}

/** The total is what the minutes add up to. */
export async function markTallied(tx: postgres.TransactionSql, { id, through }: { id: string; through: Date }) {
  await tx`
    insert into tally_marks (campaign_id, total, counted_through)
    select ${id}, coalesce(sum(confirmed), 0)::int, ${through} from signature_tallies where campaign_id = ${id}
    on conflict (campaign_id) do update set total = excluded.total, counted_through = excluded.counted_through`;
}

function startOfMinute(now: Date) {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}
