import type postgres from "postgres";
import { v7 } from "uuid";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { hashCode, hashToken, newCode, newToken } from "#app/tokens.server.ts";
import type { CardProps } from "#emails/index.ts";
import { boundedUnconfirmedDays } from "../erasure.ts";
import { daysAfter, hoursAfter, LINK_DAYS, type SignerUrls } from "../links.ts";
import type { Signing } from "./rule.ts";

/** A signature's mails keep this distance, and are at most so many a day, however often its address is typed. */
const MAIL_PAUSE_MINUTES = 10;
const MAX_MAILS_A_DAY = 5;

interface Addressee {
  signatureId: string;
  campaignId: string;
  name: string;
  email: string;
  isWaiting: boolean;
  campaignName: string;
  senderName: string;
  letterTitle: string;
  unconfirmedDays: number;
}

/**
 * The mail that tells a signing's owner where they stand: to confirm it, or that they have signed already. However
 * often an address was typed in this batch, it gets one; a signature that is suspect or removed gets none.
 */
export async function mailSigners(tx: postgres.TransactionSql, signings: readonly Signing[], urls: SignerUrls, now: Date) {
  const fresh = signings.filter(({ isNew, kind }) => isNew || kind === "released").map(({ signatureId }) => signatureId);
  const again = signings.filter(({ signatureId }) => !fresh.includes(signatureId)).map(({ signatureId }) => signatureId);
  const allowed = [...fresh, ...(await countMails(tx, [...new Set(again)], now))];
  if (allowed.length === 0) return;
  const addressees = await findAddressees(tx, allowed);
  if (addressees.length === 0) return;
  const mails = addressees.map((addressee) => writeMail(tx, addressee, urls, now));
  await tx`insert into signature_links ${tx(mails.map(({ link }) => link))}`;
  await tx`insert into deliveries ${tx(mails.map(({ delivery }) => delivery))}`;
  await tx`select pg_notify('mail', '')`;
}

/** Of repeated signings those whose signature may get another mail; that it does is counted with this. The first mail is counted when it is signed. */
async function countMails(tx: postgres.TransactionSql, signatureIds: string[], now: Date): Promise<string[]> {
  if (signatureIds.length === 0) return [];
  const dayAgo = hoursAfter(now, -24);
  const counted = await tx<{ id: string }[]>`
    update signatures
    set mail_count = case when mailed_at < ${dayAgo} then 1 else mail_count + 1 end, mailed_at = ${now}
    where id in ${tx(signatureIds)} and state in ('pending', 'withdrawn', 'confirmed')
      and (mailed_at < ${dayAgo} or (mailed_at < ${hoursAfter(now, -MAIL_PAUSE_MINUTES / 60)} and mail_count < ${MAX_MAILS_A_DAY}))
    returning id`;
  return counted.map(({ id }) => id);
}

async function findAddressees(tx: postgres.TransactionSql, signatureIds: string[]) {
  return tx<Addressee[]>`
    select s.id as "signatureId", s.campaign_id as "campaignId", s.name, s.email, s.state in ('pending', 'withdrawn') as "isWaiting",
      c.name as "campaignName", c.sender_name as "senderName", v.title as "letterTitle", c.unconfirmed_days as "unconfirmedDays"
    from signatures s join campaigns c on c.id = s.campaign_id join letter_versions v on v.id = s.letter_version_id
    where s.id in ${tx(signatureIds)} and s.state in ('pending', 'withdrawn', 'confirmed') order by s.id`;
}

function writeMail(tx: postgres.TransactionSql, to: Addressee, urls: SignerUrls, now: Date) {
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
      expires_at: daysAfter(now, to.isWaiting ? waitsDays : LINK_DAYS), created_at: now,
    },
    delivery: {
      id: v7(), card: to.isWaiting ? "confirm-signature" : "already-signed", props: tx.json(to.isWaiting ? confirmProps : alreadyProps), to_address: to.email,
      priority: MAIL_PRIORITY.awaited, campaign_id: to.campaignId, signature_id: to.signatureId, due_at: now,
    },
  };
}
