import { sql } from "#db/client.server.ts";

/** A campaign's messages are not counted anew before this many times as long has passed as the last count took. */
const RESTS = 20;

/**
 * Counts per target the messages that confirmed signers let go and that have not left, and those opened in signers'
 * own mail programs. One process at a time; a campaign at a time, so that a large one rests and a small one does not.
 */
export async function countWaitingMessages(now: Date = new Date(), { rests = RESTS }: { rests?: number } = {}) {
  const due = await sql<{ campaignId: string }[]>`
    select distinct t.campaign_id as "campaignId" from targets t left join target_counts k on k.target_id = t.id
    where coalesce(k.rests_until <= ${now}, true)`;
  for (const { campaignId } of due) {
    const begun = performance.now();
    await countCampaign(campaignId, now);
    const restsUntil = new Date(now.getTime() + rests * (performance.now() - begun));
    await sql`
      update target_counts set rests_until = ${restsUntil}
      where target_id in (select id from targets where campaign_id = ${campaignId}) and rests_until < ${restsUntil}`;
  }
}

/**
 * Those who are not confirmed are few beside those who are, and both they and the messages are read from indexes alone.
 * To look at the signer of each message would be a leap into the largest table for each.
 */
async function countCampaign(campaignId: string, now: Date) {
  await sql.begin(async (tx) => {
    const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('count-waiting-messages')) as "isMine"`;
    if (!lock?.isMine) return;
    // Kept in memory, however many there are: each message is then looked up there.
    await tx`set local work_mem = '64MB'`;
    await tx`
      with unconfirmed as materialized (
        select id from signatures
        where campaign_id = ${campaignId} and state = any(array_remove(enum_range(null::signature_state), 'confirmed'))
      )
      insert into target_counts (target_id, waiting, oldest_waiting_at, opened, counted_at, rests_until)
      select t.id, held.waiting, held.oldest_at, read.opened, ${now}, ${now} from targets t
      cross join lateral (
        select count(*)::int as waiting, min(m.released_at) as oldest_at
        from messages m
        where m.target_id = t.id and m.state = 'held' and m.released_at is not null and m.signature_id not in (select id from unconfirmed)
      ) held
      cross join lateral (
        select count(*)::int as opened from openings o where o.target_id = t.id and o.signature_id not in (select id from unconfirmed)
      ) read
      where t.campaign_id = ${campaignId}
      on conflict (target_id) do update
        set waiting = excluded.waiting, oldest_waiting_at = excluded.oldest_waiting_at, opened = excluded.opened, counted_at = excluded.counted_at`;
  });
}
