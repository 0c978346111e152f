import type postgres from "postgres";
import { v7 } from "uuid";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { sql } from "#db/client.server.ts";
import { daysAfter, hoursAfter, LINK_DAYS, type SignerUrls } from "./links.ts";
import { canonicalAddress } from "./mail-domains.server.ts";
import { isSameMailbox } from "./same-mailbox.ts";

const MAX_LINKS_AN_HOUR = 3;

interface Asked {
  /** The letter where it was asked; none where it was asked of the house: then the newest signature's. */
  campaign?: { id: string };
  email: string;
  urls: SignerUrls;
}

interface Addressee {
  id: string;
  name: string;
  email: string;
  campaignId: string;
  campaignName: string;
  senderName: string;
}

/** Mails the owner of an address the link to their own page. Whoever asked learns nothing about the address. */
export async function askForMe({ campaign, email, urls }: Asked, now: Date = new Date()) {
  const token = newToken();
  const canonical = await canonicalAddress(email);
  await sql.begin(async (tx) => {
    const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext(${`ask-for-me:${canonical}`})) as "isMine"`;
    const to = lock?.isMine ? await findAddressee(tx, { canonical, email, campaignId: campaign?.id ?? null }) : undefined;
    if (!to || (await countLinks(tx, canonical, hoursAfter(now, -1))) >= MAX_LINKS_AN_HOUR) return;
    const { id, name, campaignId, campaignName, senderName } = to;
    await tx`
      insert into signature_links (token_hash, signature_id, purpose, expires_at, created_at)
      values (${hashToken(token)}, ${id}, 'me', ${daysAfter(now, LINK_DAYS)}, ${now})`;
    await tx`
      insert into deliveries (id, card, props, to_address, priority, campaign_id, signature_id, due_at)
      values (${v7()}, 'my-page', ${tx.json({ name, campaignName, senderName, meUrl: urls.me(token) })}, ${to.email},
              ${MAIL_PRIORITY.awaited}, ${campaignId}, ${id}, ${now})`;
  });
  return { outcome: "asked" } as const;
}

/**
 * Locked before its links are counted. Nobody waits for the lock, for by that wait a hundred requests at once would
 * tell whether the address has signed; whoever holds it mails the link.
 */
async function findAddressee(tx: postgres.TransactionSql, { canonical, email, campaignId }: { canonical: string; email: string; campaignId: string | null }) {
  const addressees = await tx<Addressee[]>`
    select s.id, s.name, s.email, c.id as "campaignId", c.name as "campaignName", c.sender_name as "senderName"
    from campaigns c join signatures s on s.campaign_id = c.id and s.canonical_email = ${canonical}
    where (${campaignId}::uuid is null or c.id = ${campaignId}::uuid) and s.state in ('confirmed', 'withdrawn')
    order by s.created_at desc, s.seat for no key update of s skip locked`;
  // Its link opens what this mailbox has proven, and not what only a rule of the desk puts beside it.
  return addressees.find((one) => isSameMailbox(one.email, email)) ?? addressees[0];
}

/** Of the address, under whichever letter they were asked for. */
async function countLinks(tx: postgres.TransactionSql, canonical: string, since: Date) {
  const [row] = await tx<{ links: number }[]>`
    select count(*)::int as links
    from campaigns c join signatures s on s.campaign_id = c.id and s.canonical_email = ${canonical}
    join signature_links l on l.signature_id = s.id
    where l.purpose = 'me' and l.created_at > ${since}`;
  return row?.links ?? 0;
}
