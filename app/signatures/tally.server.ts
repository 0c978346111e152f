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
    const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('tally-signatures')) as "isMine"`;
    if (!lock?.isMine) return;
    const campaigns = await tx<{ id: string; from: Date | null }[]>`
      select id, counted_through - make_interval(mins => ${LOOK_BACK_MINUTES}) as "from"
      from campaigns left join tally_marks on campaign_id = id`;
    for (const { id, from } of campaigns) {
      const through = startOfMinute(now);
      await (from ? tallySince(tx, { id, from, through }) : tallyAll(tx, { id, through }));
      await mark(tx, { id, through });
    }
  });
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

async function mark(tx: postgres.TransactionSql, { id, through }: { id: string; through: Date }) {
  await tx`
    insert into tally_marks (campaign_id, total, counted_through)
    select ${id}, coalesce(sum(confirmed), 0)::int, ${through} from signature_tallies where campaign_id = ${id}
    on conflict (campaign_id) do update set total = excluded.total, counted_through = excluded.counted_through`;
}

function startOfMinute(now: Date) {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}
