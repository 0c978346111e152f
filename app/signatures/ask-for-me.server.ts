import type postgres from "postgres";
import { v7 } from "uuid";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { sql } from "#db/client.server.ts";
import { daysAfter, hoursAfter, LINK_DAYS, type SignerUrls } from "./links.ts";
import { canonicalAddress } from "./mail-domains.server.ts";

const MAX_LINKS_AN_HOUR = 3;

/** Mails the owner of an address the link to their own page. Whoever asked learns nothing about the address. */
export async function askForMe(
  { campaign, email, urls }: { campaign: Pick<Campaign, "id" | "name" | "senderName">; email: string; urls: SignerUrls },
  now: Date = new Date(),
) {
  const token = newToken();
  const canonical = await canonicalAddress(email);
  const props = { campaignName: campaign.name, senderName: campaign.senderName, meUrl: urls.me(token) };
  await sql.begin(async (tx) => {
    // Locked before it is counted. Nobody waits for the lock, for by that wait a hundred requests at once would tell
    // whether the address has signed; whoever holds it mails the link.
    const [signature] = await tx<{ id: string; name: string; email: string }[]>`
      select id, name, email from signatures
      where campaign_id = ${campaign.id} and canonical_email = ${canonical} and state in ('confirmed', 'withdrawn')
      for no key update skip locked`;
    if (!signature || (await countLinks(tx, signature.id, hoursAfter(now, -1))) >= MAX_LINKS_AN_HOUR) return;
    await tx`
      insert into signature_links (token_hash, signature_id, purpose, expires_at, created_at)
      values (${hashToken(token)}, ${signature.id}, 'me', ${daysAfter(now, LINK_DAYS)}, ${now})`;
    await tx`
      insert into deliveries (id, card, props, to_address, priority, campaign_id, signature_id, due_at)
      values (${v7()}, 'my-page', ${tx.json({ name: signature.name, ...props })}, ${signature.email},
              ${MAIL_PRIORITY.awaited}, ${campaign.id}, ${signature.id}, ${now})`;
  });
  return { outcome: "asked" } as const;
}

async function countLinks(tx: postgres.TransactionSql, signatureId: string, since: Date) {
  const [row] = await tx<{ links: number }[]>`
    select count(*)::int as links from signature_links
    where signature_id = ${signatureId} and purpose = 'me' and created_at > ${since}`;
  return row?.links ?? 0;
}
