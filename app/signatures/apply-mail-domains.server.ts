import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { canonicalEmail, type MailDomainRules } from "./canonical-email.ts";
import { holdBackDoubles } from "./hold-back-doubles.server.ts";
import { RULES_KEPT_MS, readRules } from "./mail-domains.server.ts";

const SIGNATURES_A_BATCH = 5_000;

/**
 * Brings the addresses that are stored in line with a rule that changed. Where two signatures of a campaign turn out to
 * be of one mailbox, the later one becomes suspect, keeps its old reading, and waits for a human. In batches, each one
 * transaction that says how far it came; two workers do not meet.
 */
export async function applyMailDomains(stopping?: AbortSignal, now: Date = new Date()) {
  while (!stopping?.aborted) {
    if (!(await sql.begin((tx) => applyBatch(tx, now)))) return;
  }
}

async function applyBatch(tx: postgres.TransactionSql, now: Date): Promise<boolean> {
  // Every process has the new rule before it is applied to what the old one wrote.
  const [change] = await tx<{ id: string; domain: string; through: string | null }[]>`
    select id, domain, through from mail_domain_changes
    where ended_at is null and created_at <= ${new Date(now.getTime() - 2 * RULES_KEPT_MS)}
    order by id limit 1 for update skip locked`;
  if (!change) return false;
  const rules = await readRules(tx);
  if (change.through === null) await readSessionsAnew(tx, change.domain, rules);
  const batch = await tx<Stored[]>`
    select id, campaign_id as "campaignId", seat, canonical_email as "canonicalEmail",
      case when lower(split_part(email, '@', 2)) = ${change.domain} then email end as email
    from signatures where ${change.through}::uuid is null or id > ${change.through}::uuid
    order by id limit ${SIGNATURES_A_BATCH}`;
  const { changed, doubled } = await readAnew(tx, batch, rules, now);
  const isLast = batch.length < SIGNATURES_A_BATCH;
  await tx`
    update mail_domain_changes
    set through = ${batch.at(-1)?.id ?? change.through}, looked_at = looked_at + ${batch.length}, changed = changed + ${changed},
      doubled = doubled + ${doubled}, ended_at = ${isLast ? now : null}
    where id = ${change.id}`;
  return true;
}

interface Stored {
  id: string;
  campaignId: string;
  seat: number;
  canonicalEmail: string;
  /** Null for those of other domains. */
  email: string | null;
}

type Reading = Pick<Stored, "campaignId" | "canonicalEmail"> & { reads: string };

async function readAnew(tx: postgres.TransactionSql, batch: readonly Stored[], rules: MailDomainRules, now: Date) {
  const differing = batch.flatMap(({ email, ...rest }) => {
    const reads = email === null ? rest.canonicalEmail : canonicalEmail(email, rules);
    return reads === rest.canonicalEmail ? [] : { ...rest, reads };
  });
  if (differing.length === 0) return { changed: 0, doubled: 0 };
  const places = new Set<string>();
  const firsts = differing.filter((one) => {
    const place = `${one.campaignId} ${one.seat} ${one.reads}`;
    if (places.has(place)) return false;
    return places.add(place);
  });
  const changed = await tx<{ id: string }[]>`
    update signatures s set canonical_email = one.reads
    from jsonb_to_recordset(${tx.json(firsts.map(({ id, reads }) => ({ id, reads })))}) as one(id uuid, reads text)
    where s.id = one.id and not exists (
      select from signatures o where o.campaign_id = s.campaign_id and o.canonical_email = one.reads and o.seat = s.seat
    )
    returning s.id`;
  const changedIds = new Set(changed.map(({ id }) => id));
  await takeSigningsAlong(tx, firsts.filter(({ id }) => changedIds.has(id)));
  const doubled = await holdBackDoubles(tx, differing.filter(({ id }) => !changedIds.has(id)).map(({ id }) => id), now);
  return { changed: changedIds.size, doubled };
}

/** Signings that nobody looked at yet name their signature by the old reading: without it they would find none, and its mail would be lost. */
async function takeSigningsAlong(tx: postgres.TransactionSql, changed: readonly Reading[]) {
  if (changed.length === 0) return;
  const rows = changed.map(({ campaignId, canonicalEmail: was, reads }) => ({ campaignId, was, reads }));
  await tx`
    update signings g set canonical_email = one.reads
    from jsonb_to_recordset(${tx.json(rows)}) as one("campaignId" uuid, was text, reads text)
    where g.campaign_id = one."campaignId" and g.canonical_email = one.was`;
}

/** Browsers that signed of late: few, and soon gone. */
async function readSessionsAnew(tx: postgres.TransactionSql, domain: string, rules: MailDomainRules) {
  const sessions = await tx<{ tokenHash: string; email: string }[]>`
    select token_hash as "tokenHash", email from signer_sessions where lower(split_part(email, '@', 2)) = ${domain}`;
  if (sessions.length === 0) return;
  const rows = sessions.map(({ tokenHash, email }) => ({ hash: tokenHash, reads: canonicalEmail(email, rules) }));
  await tx`
    update signer_sessions s set canonical_email = one.reads
    from jsonb_to_recordset(${tx.json(rows)}) as one(hash text, reads text)
    where s.token_hash = one.hash and s.canonical_email <> one.reads`;
}
