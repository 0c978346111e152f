import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { changedSinceConfirmed, everyConfirmed } from "../stretches.server.ts";

/** How far each round looks back, for changes whose transaction began before the last round and ended after it. */
const LOOK_BACK_MINUTES = 5;

interface Span {
  campaignId: string;
  from: Date;
  through: Date;
}

/**
 * Counts the confirmed signatures under each version of a letter that has more than one, by the minute, up to the last
 * whole one: as `tallySignatures` does, whose words hold here too. An agreement to a new text moves a signature from
 * one version to another, and so has its minute counted anew. One process at a time.
 */
export async function tallyVersions(now: Date = new Date()) {
  const through = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  await sql.begin(async (tx) => {
    const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('tally-versions')) as "isMine"`;
    if (!lock?.isMine) return;
    const campaigns = await tx<{ campaignId: string; from: Date | null }[]>`
      select v.campaign_id as "campaignId", mark.counted_through - make_interval(mins => ${LOOK_BACK_MINUTES}) as "from"
      from letter_versions v left join version_marks mark on mark.campaign_id = v.campaign_id
      where v.published_at is not null group by v.campaign_id, mark.counted_through having count(*) > 1`;
    for (const { campaignId, from } of campaigns) {
      await (from ? tallySince(tx, { campaignId, from, through }) : tallyAll(tx, { campaignId, through }));
      await tx`
        insert into version_marks (campaign_id, counted_through) values (${campaignId}, ${through})
        on conflict (campaign_id) do update set counted_through = excluded.counted_through`;
    }
  });
}

/** The first time, in one reading: a campaign may come with millions. */
async function tallyAll(tx: postgres.TransactionSql, { campaignId, through }: Omit<Span, "from">) {
  await tx`delete from version_tallies where campaign_id = ${campaignId}`;
  await tx`delete from version_counts where letter_version_id in (select id from letter_versions where campaign_id = ${campaignId})`;
  await tx`
    insert into version_tallies (campaign_id, minute, letter_version_id, confirmed)
    select ${campaignId}, date_trunc('minute', confirmed_at), letter_version_id, count(*)::int from signatures
    where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at < ${through} group by 2, 3`;
  await tx`
    insert into version_counts (letter_version_id, confirmed)
    select letter_version_id, sum(confirmed)::int from version_tallies where campaign_id = ${campaignId} group by 1`;
}

/** What was counted of the touched minutes before is set against what is there now; the difference goes to the sums. */
async function tallySince(tx: postgres.TransactionSql, span: Span) {
  const { campaignId } = span;
  await tx`
    with touched as (${touchedMinutes(tx, span)}), counted as (
      select minute, letter_version_id, count(*)::int as confirmed
      from touched join signatures s on s.campaign_id = ${campaignId} and ${everyConfirmed()}
        and s.confirmed_at >= minute and s.confirmed_at < minute + interval '1 minute'
      group by minute, letter_version_id
    ), counted_before as (
      select minute, letter_version_id, confirmed from version_tallies join touched using (minute) where campaign_id = ${campaignId}
    ), changed as (
      select minute, letter_version_id, coalesce(c.confirmed, 0) as confirmed, coalesce(c.confirmed, 0) - coalesce(b.confirmed, 0) as difference
      from counted c full join counted_before b using (minute, letter_version_id)
      where c.confirmed is distinct from b.confirmed
    ), gone as (
      delete from version_tallies t using changed
      where t.campaign_id = ${campaignId} and t.minute = changed.minute and t.letter_version_id = changed.letter_version_id and changed.confirmed = 0
    ), kept as (
      insert into version_tallies (campaign_id, minute, letter_version_id, confirmed)
      select ${campaignId}, minute, letter_version_id, confirmed from changed where confirmed > 0
      on conflict (campaign_id, minute, letter_version_id) do update set confirmed = excluded.confirmed
    )
    insert into version_counts (letter_version_id, confirmed)
    select letter_version_id, sum(difference)::int from changed group by 1
    on conflict (letter_version_id) do update set confirmed = version_counts.confirmed + excluded.confirmed`;
}

function touchedMinutes(tx: postgres.TransactionSql, { campaignId, from, through }: Span) {
  return tx`
    select date_trunc('minute', confirmed_at) as minute from signatures
    where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= ${from} and confirmed_at < ${through}
    union
    select date_trunc('minute', confirmed_at) from signatures
    where campaign_id = ${campaignId} and ${changedSinceConfirmed()} and state_changed_at >= ${from} and confirmed_at < ${through}
    union
    select date_trunc('minute', s.confirmed_at) from letter_askings a join signatures s on s.id = a.signature_id
    where a.letter_version_id in (select id from letter_versions where campaign_id = ${campaignId} and is_material)
      and a.agreed_at >= ${from} and s.confirmed_at < ${through}
    union
    select minute from version_tallies where campaign_id = ${campaignId} and minute >= ${from}`;
}
