import type postgres from "postgres";

/**
 * What mail and messages hold of these signers. A message to a retailer stays as one that was sent, without a word of
 * it; one that has not left can no longer leave. The retailers' addresses stay.
 */
export async function eraseMail(tx: postgres.TransactionSql, signatureIds: string[], now: Date) {
  // First, so that a message that is being queued just now is waited for, and its mail met in the outbox.
  await eraseMessages(tx, signatureIds, now);
  const mails = await tx<{ id: string; providerId: string | null }[]>`
    select id, provider_id as "providerId" from deliveries where signature_id in ${tx(signatureIds)}
    union
    select id, provider_id from deliveries
    where message_id in (select id from messages where signature_id in ${tx(signatureIds)})`;
  if (mails.length === 0) return;
  const ids = mails.map(({ id }) => id);
  await cancelDue(tx, ids, now);
  await tx`
    update deliveries set props = null,
      to_address = case when signature_id is null then to_address else '' end,
      reason = case when signature_id is null then reason end
    where id in ${tx(ids)}`;
  // Of a mail that lies in the house's own mailbox, and what the provider said about one: it repeats addresses.
  await tx`delete from mailbox where id in ${tx(ids)}`;
  const providerIds = mails.flatMap(({ providerId }) => providerId ?? []);
  if (providerIds.length > 0) await tx`update mail_events set detail = null where provider_id in ${tx(providerIds)}`;
}

/** What a batch holds has left, and its message is one that was sent. */
async function cancelDue(tx: postgres.TransactionSql, ids: string[], now: Date) {
  const cancelled = await tx<{ messageId: string | null }[]>`
    update deliveries set state = 'cancelled', state_changed_at = ${now} where id in ${tx(ids)} and state = 'due'
    returning case when is_test then null else message_id end as "messageId"`;
  const messageIds = cancelled.flatMap(({ messageId }) => messageId ?? []);
  if (messageIds.length === 0) return;
  await tx`update messages set state = 'cancelled', cancelled_at = ${now} where id in ${tx(messageIds)} and state = 'queued'`;
}

async function eraseMessages(tx: postgres.TransactionSql, signatureIds: string[], now: Date) {
  await tx`delete from messages where signature_id in ${tx(signatureIds)} and written_by_session is not null`;
  await tx`
    update messages set subject = '', body = '',
      state = case when state = 'held' then 'cancelled' else state end,
      cancelled_at = case when state = 'held' then ${now}::timestamptz else cancelled_at end
    where signature_id in ${tx(signatureIds)}`;
}
