import type postgres from "postgres";

/**
 * Signatures that turned out to be of another's mailbox wait for a human, as suspects: they count no more, and what has not
 * left for them does not leave. Messages wait as those of a removed signature do. Returns how many were held back.
 */
export async function holdBackDoubles(tx: postgres.TransactionSql, doubled: string[], now: Date): Promise<number> {
  if (doubled.length === 0) return 0;
  const held = await tx<{ id: string; campaignId: string }[]>`
    update signatures set state = 'suspect', suspicion = 'same mailbox', state_changed_at = ${now}
    where id in ${tx(doubled)} and state in ('pending', 'confirmed') returning id, campaign_id as "campaignId"`;
  if (held.length === 0) return 0;
  const ids = held.map(({ id }) => id);
  await holdMessages(tx, ids);
  await tx`update deliveries set state = 'cancelled', props = null, state_changed_at = ${now} where signature_id in ${tx(ids)} and state = 'due'`;
  await tx`
    select pg_notify('published', slug) from campaigns where id in ${tx([...new Set(held.map(({ campaignId }) => campaignId))])}`;
  return held.length;
}

/** One that is being queued just now is waited for, and met in the outbox; what a batch holds has left. */
async function holdMessages(tx: postgres.TransactionSql, signatureIds: string[]) {
  const own = await tx<{ id: string }[]>`select id from messages where signature_id in ${tx(signatureIds)} order by id for update`;
  if (own.length === 0) return;
  const ids = own.map(({ id }) => id);
  const taken = await tx<{ messageId: string }[]>`
    delete from deliveries where message_id in ${tx(ids)} and state = 'due' and not is_test returning message_id as "messageId"`;
  if (taken.length === 0) return;
  await tx`update messages set state = 'held', queued_at = null where id in ${tx(taken.map(({ messageId }) => messageId))} and state = 'queued'`;
}
