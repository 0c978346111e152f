import type postgres from "postgres";
import { v7 } from "uuid";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { hashCode, hashToken, newCode, newToken } from "#app/tokens.server.ts";
import type { CardProps } from "#emails/index.ts";
import { daysAfter, type SignerUrls } from "./links.ts";
import type { Reminding } from "./reminding.ts";

const DAY_IN_WORDS = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const DAY_MS = 24 * 60 * 60 * 1000;

interface Addressee {
  id: string;
  campaignId: string;
  name: string;
  email: string;
  mailedAt: Date;
  campaignName: string;
  senderName: string;
  letterTitle: string;
}

/**
 * Mails these requests' owners, as far as they wait still, were not reminded before, and take our mail. That they were
 * reminded is written in the same transaction: no request is reminded of twice. Returns how many were.
 */
export async function mailReminders(
  tx: postgres.TransactionSql,
  { ids, campaign, urls, now }: { ids: string[]; campaign: Reminding; urls: SignerUrls; now: Date },
): Promise<number> {
  if (ids.length === 0) return 0;
  const addressees = await tx<Addressee[]>`
    update signatures s set reminded_at = ${now} from campaigns c, letter_versions v
    where s.id in ${tx(ids)} and s.state = 'pending' and s.reminded_at is null and s.mailed_at > ${campaign.after} and s.mailed_at <= ${campaign.until}
      and c.id = s.campaign_id and c.state = 'open' and v.id = s.letter_version_id
      and not exists (select from suppressions where address = lower(s.email))
    returning s.id, s.campaign_id as "campaignId", s.name, s.email, s.mailed_at as "mailedAt",
      c.name as "campaignName", c.sender_name as "senderName", v.title as "letterTitle"`;
  if (addressees.length === 0) return 0;
  const mails = addressees.map((addressee) => writeReminder(tx, addressee, { endsAt: daysAfter(addressee.mailedAt, campaign.unconfirmedDays), urls, now }));
  await tx`insert into signature_links ${tx(mails.map(({ link }) => link))}`;
  await tx`insert into deliveries ${tx(mails.map(({ delivery }) => delivery))}`;
  await tx`select pg_notify('mail', '')`;
  return addressees.length;
}

/** With a link and a code of its own; they work until the request ends, which it does no later for having been reminded of. */
function writeReminder(tx: postgres.TransactionSql, to: Addressee, { endsAt, urls, now }: { endsAt: Date; urls: SignerUrls; now: Date }) {
  const token = newToken();
  const tokenHash = hashToken(token);
  const code = newCode();
  const { name, campaignName, senderName, letterTitle } = to;
  const endsInDays = Math.max(1, Math.floor((endsAt.getTime() - now.getTime()) / DAY_MS));
  const props: CardProps<"reminder"> = {
    name, campaignName, senderName, letterTitle, code, confirmUrl: urls.confirmation(token), denyUrl: urls.denial(token), endsInDays,
    signedOn: DAY_IN_WORDS.format(to.mailedAt),
  };
  return {
    link: { token_hash: tokenHash, signature_id: to.id, purpose: "confirm", code_hash: hashCode(code, tokenHash), expires_at: endsAt, created_at: now },
    delivery: {
      id: v7(), card: "reminder", props: tx.json(props), to_address: to.email, priority: MAIL_PRIORITY.updates,
      campaign_id: to.campaignId, signature_id: to.id, due_at: now,
    },
  };
}
