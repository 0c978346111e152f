import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import type { SignerUrls } from "../links.ts";
import { countLooks } from "./count-looks.server.ts";
import { mailSigners } from "./mail-signers.server.ts";
import type { Finding, Signing } from "./rule.ts";
import { RULES } from "./rules.server.ts";

const SIGNINGS_A_BATCH = 1_000;

/**
 * Looks at what the form took, after its answer, which is the same for all: a new signature that a rule finds suspect
 * waits for a human and gets no mail; a repeated one that does gets none either; the owners of all others get the mail
 * that tells them where they stand. A batch is one transaction, one process at a time, so that bursts are seen whole.
 * Returns how many were looked at.
 */
export async function screenSignings(urls: SignerUrls, stopping?: AbortSignal, now: Date = new Date()): Promise<number> {
  let screened = 0;
  while (!stopping?.aborted) {
    const batch = await sql.begin((tx) => screenBatch(tx, urls, now));
    screened += batch;
    if (batch < SIGNINGS_A_BATCH) return screened;
  }
  return screened;
}

async function screenBatch(tx: postgres.TransactionSql, urls: SignerUrls, now: Date): Promise<number> {
  const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('screen-signings')) as "isMine"`;
  if (!lock?.isMine) return 0;
  const signings = await takeSignings(tx);
  if (signings.length === 0) return 0;
  const known = signings.flatMap((one) => (one.signatureId === null ? [] : { ...one, signatureId: one.signatureId }));
  const toLookAt = known.filter(({ kind }) => kind !== "released");
  const suspicions = joined((await Promise.all(RULES.map((rule) => rule(tx, toLookAt)))).flat());
  await holdBack(tx, known.filter(({ isNew, id }) => isNew && suspicions.has(id)), suspicions, now);
  const clean = known.filter(({ id }) => !suspicions.has(id));
  const revived = await reviveSuspects(tx, clean.filter(({ isNew, kind }) => !isNew && kind === "signing"), now);
  await mailSigners(tx, clean, revived, urls, now);
  await keepTraces(tx, known, suspicions);
  await countLooks(tx, toLookAt, suspicions);
  await tx`delete from signings where id in (select jsonb_array_elements_text(${tx.json(signings.map(({ id }) => id))})::bigint)`;
  return signings.length;
}

/** With the signature that each belongs to. One that was denied or forgotten meanwhile belongs to none, and is let go. */
async function takeSignings(tx: postgres.TransactionSql) {
  return tx<(Omit<Signing, "signatureId"> & { signatureId: string | null })[]>`
    select g.id::int as id, g.campaign_id as "campaignId", g.kind, s.id as "signatureId", g.canonical_email as "canonicalEmail",
      split_part(g.canonical_email, '@', 2) as "mailDomain", g.name_key as "nameKey", g.is_new as "isNew", g.client_hash as "clientHash",
      g.network, g.is_trapped as "isTrapped", g.proof, g.created_at as "createdAt"
    from (select * from signings order by id limit ${SIGNINGS_A_BATCH}) g
    left join lateral (
      select id from signatures where campaign_id = g.campaign_id and canonical_email = g.canonical_email
      order by name_key = g.name_key desc, seat limit 1
    ) s on true
    order by g.id`;
}

/** Each reason once, in the order of the rules. */
function joined(findings: readonly Finding[]): Map<number, string> {
  const reasons = new Map<number, Set<string>>();
  for (const { signingId, suspicion } of findings) reasons.set(signingId, (reasons.get(signingId) ?? new Set()).add(suspicion));
  return new Map([...reasons].map(([id, names]) => [id, [...names].join(",")]));
}

async function holdBack(tx: postgres.TransactionSql, suspects: readonly Signing[], suspicions: Map<number, string>, now: Date) {
  if (suspects.length === 0) return;
  const rows = suspects.map(({ id, signatureId }) => ({ id: signatureId, suspicion: suspicions.get(id) }));
  await tx`
    update signatures s set state = 'suspect', suspicion = found.suspicion, state_changed_at = ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as found(id uuid, suspicion text)
    where s.id = found.id and s.state = 'pending'`;
  // Removed before it was looked at: restored, it is a suspect too.
  await tx`
    update signatures s set suspicion = found.suspicion, removed_from = 'suspect'
    from jsonb_to_recordset(${tx.json(rows)}) as found(id uuid, suspicion text)
    where s.id = found.id and s.state = 'removed' and s.removed_from = 'pending'`;
}

/**
 * Whoever floods the form with other people's addresses does not lock them out: signed again with nothing found, a suspect
 * that nobody has looked at goes its way, and its owner has the mail. What counts is still what the owner confirms.
 */
async function reviveSuspects(tx: postgres.TransactionSql, signings: readonly Signing[], now: Date): Promise<string[]> {
  if (signings.length === 0) return [];
  const revived = await tx<{ id: string }[]>`
    update signatures set state = 'pending', mailed_at = ${now}, state_changed_at = ${now}
    where id in ${tx(signings.map(({ signatureId }) => signatureId))} and state = 'suspect' and confirmed_at is null and suspicion is distinct from 'same mailbox'
    returning id`;
  return revived.map(({ id }) => id);
}

async function keepTraces(tx: postgres.TransactionSql, signings: readonly Signing[], suspicions: Map<number, string>) {
  if (signings.length === 0) return;
  const rows = signings.map(({ id, createdAt, ...one }) => ({ ...one, suspicion: suspicions.get(id) ?? null, createdAt: createdAt.toISOString() }));
  await tx`
    insert into screened_signings (campaign_id, signature_id, kind, is_new, client_hash, network, mail_domain, name_key, suspicion, created_at)
    select "campaignId", "signatureId", kind, "isNew", "clientHash", network, "mailDomain", "nameKey", suspicion, "createdAt"
    from jsonb_to_recordset(${tx.json(rows)}) as one("campaignId" uuid, "signatureId" uuid, kind text, "isNew" boolean, "clientHash" text, network text,
      "mailDomain" text, "nameKey" text, suspicion text, "createdAt" timestamptz)`;
}
