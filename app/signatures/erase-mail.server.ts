import type postgres from "postgres";

/**
 * What mail and messages hold of these signers. A message to a retailer stays as one that was sent, without a word of
 * it; one that has not left can no longer leave. The retailers' addresses stay.
 */
export async function eraseMail(tx: postgres.TransactionSql, signatureIds: string[], now: Date) {
  const mails = await tx<{ id: string; providerId: string | null }[]>`
    select id, provider_id as "providerId" from deliveries where signature_id in ${tx(signatureIds)}
    union
    select id, provider_id from deliveries
    where message_id in (select id from messages where signature_id in ${tx(signatureIds)})`;
  await eraseMessages(tx, signatureIds, now);
  if (mails.length === 0) return;
  const ids = mails.map(({ id }) => id);
  await tx`
    update deliveries set props = null,
      to_address = case when signature_id is null then to_address else '' end,
      reason = case when signature_id is null then reason end,
      state = case when state = 'due' then 'cancelled' else state end
    where id in ${tx(ids)}`;
  // Of a mail that lies in the house's own mailbox, and what the provider said about one: it repeats addresses.
  await tx`delete from mailbox where id in ${tx(ids)}`;
  const providerIds = mails.flatMap(({ providerId }) => providerId ?? []);
  if (providerIds.length > 0) await tx`update mail_events set detail = null where provider_id in ${tx(providerIds)}`;
}

async function eraseMessages(tx: postgres.TransactionSql, signatureIds: string[], now: Date) {
  await tx`delete from messages where signature_id in ${tx(signatureIds)} and written_by_session is not null`;
  await tx`
    update messages set subject = '', body = '',
      state = case when state = 'held' then 'cancelled' else state end,
      cancelled_at = case when state = 'held' then ${now}::timestamptz else cancelled_at end
    where signature_id in ${tx(signatureIds)}`;
}
