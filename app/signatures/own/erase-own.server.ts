import type postgres from "postgres";
import { v7 } from "uuid";
import { hashToken } from "#app/tokens.server.ts";
import { sql } from "#db/client.server.ts";
import { eraseSigners } from "../erase.server.ts";
import { isSameMailbox } from "../same-mailbox.ts";

interface ToErase {
  canonicalEmail: string;
  /** Those of the address that go; all of them when left out. */
  ids?: string[];
  /** The link in use: as long as something is left for the address, it goes on opening that. All others of what is erased end. */
  token?: string;
}

interface Erased {
  id: string;
  campaignId: string;
  campaignSlug: string;
  mailDomain: string;
  signedOn: string;
}

/**
 * Erases signatures at their owner's word, at once: a confirmed one is withdrawn by it, for nobody could show any more
 * that it was made; a request that waits goes whole. Of the others stays a row without name and address, so that the
 * numbers of what was sent and of what was withdrawn stay true. Erased twice is erased once. Returns how many were.
 */
export async function eraseOwn({ canonicalEmail, ids, token }: ToErase, now: Date = new Date()) {
  return sql.begin(async (tx) => {
    // Whoever screens signings has read addresses and is about to write them into mails: waited for, and kept out.
    await tx`select pg_advisory_xact_lock(hashtext('screen-signings'))`;
    await keepOutRegister(tx, canonicalEmail);
    const found = await lockOwn(tx, ids === undefined ? { canonicalEmail } : { canonicalEmail, ids });
    if (found.length === 0) return { outcome: "already erased", erased: 0 } as const;
    const own = found.map(({ id }) => id);
    if (token !== undefined) await moveLink(tx, { canonicalEmail, token, own });
    await withdraw(tx, own, now);
    await eraseSigners(tx, own, now);
    await tx`delete from signatures where id in ${tx(own)} and state = 'suspect'`;
    for (const signature of found) await eraseTraces(tx, signature, canonicalEmail);
    await log(tx, found, now);
    for (const slug of new Set(found.map(({ campaignSlug }) => campaignSlug))) await tx`select pg_notify('published', ${slug})`;
    return { outcome: "erased", erased: found.length } as const;
  });
}

/** Whoever enters signatures has read the address and is about to bind it to an entry and mail a receipt: waited for too, before any row is held. */
async function keepOutRegister(tx: postgres.TransactionSql, canonicalEmail: string) {
  const campaigns = await tx<{ id: string }[]>`
    select c.id from campaigns c where exists (select from signatures s where s.campaign_id = c.id and s.canonical_email = ${canonicalEmail}) order by c.id`;
  for (const { id } of campaigns) await tx`select pg_advisory_xact_lock(hashtext('enter signatures'), hashtext(${id}))`;
}

/** Whoever comes second finds that the address is no longer there. Whatever else writes under a signature takes this lock, or waits for it. */
async function lockOwn(tx: postgres.TransactionSql, { canonicalEmail, ids }: Pick<ToErase, "canonicalEmail" | "ids">) {
  return tx<Erased[]>`
    select s.id, s.campaign_id as "campaignId", c.slug as "campaignSlug", split_part(s.canonical_email, '@', 2) as "mailDomain",
      to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD') as "signedOn"
    from campaigns c join signatures s on s.campaign_id = c.id and s.canonical_email = ${canonicalEmail}
    where ${ids === undefined ? tx`true` : tx`s.id in ${tx(ids)}`}
    order by s.id for no key update of s`;
}

async function moveLink(tx: postgres.TransactionSql, { canonicalEmail, token, own }: { canonicalEmail: string; token: string; own: string[] }) {
  const [link] = await tx<{ email: string }[]>`
    select s.email from signature_links l join signatures s on s.id = l.signature_id
    where l.token_hash = ${hashToken(token)} and l.purpose = 'me' and l.signature_id in ${tx(own)}`;
  if (!link) return;
  const others = await tx<{ id: string; email: string }[]>`
    select s.id, s.email from campaigns c join signatures s on s.campaign_id = c.id and s.canonical_email = ${canonicalEmail}
    where s.id not in ${tx(own)} order by s.created_at desc`;
  const rest = others.find(({ email }) => isSameMailbox(email, link.email));
  if (rest) await tx`update signature_links set signature_id = ${rest.id}, code_hash = null where token_hash = ${hashToken(token)}`;
}

/** One that organizers have removed is not counted again when they restore it. */
async function withdraw(tx: postgres.TransactionSql, ids: string[], now: Date) {
  await tx`
    update signatures set state = 'withdrawn', withdrawn_at = ${now}, state_changed_at = ${now}
    where id in ${tx(ids)} and state = 'confirmed'`;
  await tx`update signatures set removed_from = 'withdrawn' where id in ${tx(ids)} and state = 'removed'`;
}

/** What stands under the address beside the signature, and a mail domain that may be its owner's alone. */
async function eraseTraces(tx: postgres.TransactionSql, { campaignId, mailDomain, signedOn }: Erased, canonicalEmail: string) {
  await tx`delete from signer_sessions where campaign_id = ${campaignId} and canonical_email = ${canonicalEmail}`;
  await tx`delete from signings where campaign_id = ${campaignId} and canonical_email = ${canonicalEmail}`;
  await tx`
    delete from daily_counts
    where campaign_id = ${campaignId} and day = ${signedOn}::date and "by" = 'mail domain' and value = ${mailDomain} and created <= 1`;
}

async function log(tx: postgres.TransactionSql, erased: Erased[], now: Date) {
  const entries = erased.map(({ id, campaignId }) => ({
    id: v7(), campaign_id: campaignId, organizer_id: null, act: "erased", subject: "signature", subject_id: id, title: "a signature",
    at: now,
  }));
  await tx`insert into audit_entries ${tx(entries)}`;
}
