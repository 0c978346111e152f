import type postgres from "postgres";
import { hashAddress } from "#app/tokens.server.ts";
import { sql } from "#db/client.server.ts";
import { hoursAfter } from "../links.ts";

/**
 * To one address within an hour, for all campaigns of the house together: somebody else's typing fills no mailbox. Who
 * signs six letters and a seventh within the hour has that one's mail when they ask for it again, or by its reminder.
 */
export const MAX_MAILS_AN_HOUR = 6;

interface Kept {
  hash: string;
  mails: number;
  since: Date;
}

/**
 * Of these mails, oldest first, those that their addresses may get now; they are counted with this. Only the round
 * that screens counts here, and it is one at a time: see `screenSignings`.
 */
export async function capMails<Mail extends { canonicalEmail: string }>(tx: postgres.TransactionSql, mails: readonly Mail[], now: Date): Promise<Mail[]> {
  if (mails.length === 0) return [];
  const counts = await findCounts(tx, mails.map(({ canonicalEmail }) => hashAddress(canonicalEmail)), hoursAfter(now, -1));
  const allowed = mails.filter(({ canonicalEmail }) => {
    const hash = hashAddress(canonicalEmail);
    const { mails: before, since } = counts.get(hash) ?? { mails: 0, since: now };
    if (before >= MAX_MAILS_AN_HOUR) return false;
    counts.set(hash, { hash, mails: before + 1, since });
    return true;
  });
  await tx`
    insert into mailed_addresses (address_hash, mails, since)
    select hash, mails, since from jsonb_to_recordset(${tx.json([...counts.values()].map((kept) => ({ ...kept, since: kept.since.toISOString() })))})
      as counted(hash text, mails int, since timestamptz)
    on conflict (address_hash) do update set mails = excluded.mails, since = excluded.since`;
  return allowed;
}

async function findCounts(tx: postgres.TransactionSql, hashes: string[], since: Date) {
  const found = await tx<Kept[]>`
    select address_hash as hash, mails, since from mailed_addresses
    where address_hash in (select jsonb_array_elements_text(${tx.json(hashes)})) and since > ${since}`;
  return new Map(found.map((kept) => [kept.hash, kept]));
}

export async function forgetMailedAddresses(now: Date) {
  await sql`delete from mailed_addresses where since <= ${hoursAfter(now, -1)}`;
}
