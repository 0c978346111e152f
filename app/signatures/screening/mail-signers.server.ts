import type postgres from "postgres";
import { v7 } from "uuid";
import { MAIL_PRIORITY, type MailPriority } from "#app/mail/enqueue.server.ts";
import { hashCode, hashToken, newCode, newToken } from "#app/tokens.server.ts";
import type { CardProps } from "#emails/index.ts";
import { boundedUnconfirmedDays } from "../erasure.ts";
import { daysAfter, hoursAfter, LINK_DAYS, type SignerUrls } from "../links.ts";
import { MAIL_PAUSE_MINUTES, MAX_MAILS_A_DAY } from "../mail-pace.ts";
import { capMails } from "./cap-mails.server.ts";
import { findCrowded } from "./crowded.server.ts";
import type { Signing } from "./rule.ts";

interface Addressee {
  signatureId: string;
  campaignId: string;
  name: string;
  email: string;
  canonicalEmail: string;
  isWaiting: boolean;
  /** It had its first mail before. */
  isAgain: boolean;
  campaignName: string;
  senderName: string;
  letterTitle: string;
  unconfirmedDays: number;
}

/**
 * The mail that tells a signing's owner where they stand: to confirm it, or that they have signed already. However
 * often an address was typed in this batch, it gets one; a signature that is suspect or removed gets none. What is over
 * an address's cap is not written: its owner can ask again later, and a pending signature has its reminder.
 */
export async function mailSigners(tx: postgres.TransactionSql, signings: readonly Signing[], revived: readonly string[], urls: SignerUrls, now: Date) {
  const released = signings.filter(({ kind }) => kind === "released").map(({ signatureId }) => signatureId);
  const fresh = new Set([...released, ...revived, ...signings.filter(({ isNew }) => isNew).map(({ signatureId }) => signatureId)]);
  const wanted = [...new Set(signings.map(({ signatureId }) => signatureId))].map((id) => ({ id, isAgain: !fresh.has(id) }));
  const addressees = await findAddressees(tx, wanted, now);
  const isReleased = new Set(released);
  const byOrganizer = addressees.filter(({ signatureId }) => isReleased.has(signatureId));
  const mailed = [...byOrganizer, ...(await capMails(tx, addressees.filter(({ signatureId }) => !isReleased.has(signatureId)), now))];
  if (mailed.length === 0) return;
  const crowded = await findCrowded(tx, signings);
  const mails = mailed.map((addressee) => writeMail(addressee, crowded.has(addressee.signatureId) ? MAIL_PRIORITY.crowded : MAIL_PRIORITY.awaited, urls, now));
  await tx`
    insert into signature_links (token_hash, signature_id, purpose, code_hash, expires_at, created_at)
    select * from jsonb_to_recordset(${tx.json(mails.map(({ link }) => link))})
      as link(token_hash text, signature_id uuid, purpose signature_link_purpose, code_hash text, expires_at timestamptz, created_at timestamptz)`;
  await tx`
    insert into deliveries (id, card, props, to_address, priority, campaign_id, signature_id, due_at)
    select * from jsonb_to_recordset(${tx.json(mails.map(({ delivery }) => delivery))})
      as mail(id uuid, card text, props jsonb, to_address text, priority int, campaign_id uuid, signature_id uuid, due_at timestamptz)`;
  await countMails(tx, mailed.filter(({ isAgain }) => isAgain), now);
  await tx`select pg_notify('mail', '')`;
}

/** Those who may have a mail: the first one is counted when it is signed, others keep their distance. */
async function findAddressees(tx: postgres.TransactionSql, wanted: { id: string; isAgain: boolean }[], now: Date) {
  if (wanted.length === 0) return [];
  return tx<Addressee[]>`
    select s.id as "signatureId", s.campaign_id as "campaignId", s.name, s.email, s.canonical_email as "canonicalEmail",
      s.state in ('pending', 'withdrawn') as "isWaiting", wanted."isAgain",
      c.name as "campaignName", c.sender_name as "senderName", v.title as "letterTitle", c.unconfirmed_days as "unconfirmedDays"
    from jsonb_to_recordset(${tx.json(wanted)}) as wanted(id uuid, "isAgain" boolean)
    join signatures s on s.id = wanted.id join campaigns c on c.id = s.campaign_id join letter_versions v on v.id = s.letter_version_id
    where s.state in ('pending', 'withdrawn', 'confirmed')
      and (not wanted."isAgain" or s.mailed_at < ${hoursAfter(now, -24)}
        or (s.mailed_at < ${hoursAfter(now, -MAIL_PAUSE_MINUTES / 60)} and s.mail_count < ${MAX_MAILS_A_DAY}))
    order by s.id`;
}

/** Last of all, for these rows are locked until the batch is done, and a signing of the same address might wait for them. */
async function countMails(tx: postgres.TransactionSql, again: readonly Addressee[], now: Date) {
  if (again.length === 0) return;
  await tx`
    update signatures
    set mail_count = case when mailed_at < ${hoursAfter(now, -24)} then 1 else mail_count + 1 end, mailed_at = ${now}
    where id in ${tx(again.map(({ signatureId }) => signatureId))}`;
}

function writeMail(to: Addressee, priority: MailPriority, urls: SignerUrls, now: Date) {
  const token = newToken();
  const tokenHash = hashToken(token);
  const code = newCode();
  const { name, campaignName, senderName, letterTitle } = to;
  const shared = { name, campaignName, senderName, letterTitle, code };
  const waitsDays = boundedUnconfirmedDays(to.unconfirmedDays);
  const confirmProps: CardProps<"confirm-signature"> = { ...shared, confirmUrl: urls.confirmation(token), denyUrl: urls.denial(token), expiresInDays: waitsDays };
  const alreadyProps: CardProps<"already-signed"> = { ...shared, meUrl: urls.me(token) };
  return {
    link: {
      token_hash: tokenHash, signature_id: to.signatureId, purpose: to.isWaiting ? "confirm" : "me", code_hash: hashCode(code, tokenHash),
      expires_at: daysAfter(now, to.isWaiting ? waitsDays : LINK_DAYS).toISOString(), created_at: now.toISOString(),
    },
    delivery: {
      id: v7(), card: to.isWaiting ? "confirm-signature" : "already-signed", props: to.isWaiting ? confirmProps : alreadyProps, to_address: to.email,
      priority, campaign_id: to.campaignId, signature_id: to.signatureId, due_at: now.toISOString(),
    },
  };
}
