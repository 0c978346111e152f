import type postgres from "postgres";
import { v7 } from "uuid";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { daysAfter, hoursAfter, LINK_DAYS } from "#app/signatures/links.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import type { CardProps } from "#emails/index.ts";

/** How the house spells the addresses that the mail holds. */
export interface ReceiptUrls {
  me(token: string): string;
  verify(slug: string): string;
}

/** What is entered later than this after it was confirmed, as on the register's first day, is nobody's news any more. */
const NEWS_HOURS = 24;

export interface Receipted {
  signatureId: string;
  position: number;
  commitment: string;
  confirmedAt: Date;
}

interface Addressee {
  signatureId: string;
  campaignId: string;
  name: string;
  email: string;
  campaignName: string;
  senderName: string;
  slug: string;
  letterTitle: string;
}

/**
 * Tells those whose signatures were just entered that they count, and where that can be checked: one mail a signature,
 * for it is entered once. Behind the mail that somebody waits for, and only where the campaign wants it.
 */
export async function mailReceipts(tx: postgres.TransactionSql, entered: readonly Receipted[], urls: ReceiptUrls, now: Date) {
  const news = new Map(entered.filter(({ confirmedAt }) => confirmedAt >= hoursAfter(now, -NEWS_HOURS)).map((one) => [one.signatureId, one]));
  if (news.size === 0) return;
  const addressees = await tx<Addressee[]>`
    select s.id as "signatureId", s.campaign_id as "campaignId", s.name, s.email, c.name as "campaignName", c.sender_name as "senderName",
      c.slug, v.title as "letterTitle"
    from signatures s join campaigns c on c.id = s.campaign_id join letter_versions v on v.id = s.letter_version_id
    where s.id in ${tx([...news.keys()])} and s.state = 'confirmed' and c.mails_receipts and not c.is_sample order by s.id`;
  const mails = addressees.flatMap((to) => {
    const receipt = news.get(to.signatureId);
    return receipt ? [writeMail(tx, to, receipt, urls, now)] : [];
  });
  if (mails.length === 0) return;
  await tx`insert into signature_links ${tx(mails.map(({ link }) => link))}`;
  await tx`insert into deliveries ${tx(mails.map(({ delivery }) => delivery))}`;
  await tx`select pg_notify('mail', '')`;
}

function writeMail(tx: postgres.TransactionSql, to: Addressee, { position, commitment }: Receipted, urls: ReceiptUrls, now: Date) {
  const token = newToken();
  const { name, campaignName, senderName, letterTitle } = to;
  const props: CardProps<"signature-confirmed"> = {
    name, campaignName, senderName, letterTitle, entry: position + 1, commitment, meUrl: urls.me(token), verifyUrl: urls.verify(to.slug),
  };
  return {
    link: { token_hash: hashToken(token), signature_id: to.signatureId, purpose: "me", expires_at: daysAfter(now, LINK_DAYS), created_at: now },
    delivery: {
      id: v7(), card: "signature-confirmed", props: tx.json(props), to_address: to.email, priority: MAIL_PRIORITY.updates,
      campaign_id: to.campaignId, signature_id: to.signatureId, due_at: now,
    },
  };
}
