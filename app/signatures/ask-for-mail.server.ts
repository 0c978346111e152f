import { hashToken } from "#app/tokens.server.ts";
import { sql } from "#db/client.server.ts";
import { hoursAfter } from "./links.ts";
import { MAIL_PAUSE_MINUTES } from "./mail-pace.ts";

interface Asking {
  campaignId: string;
  /** Of the browser that signed. */
  sessionToken: string | undefined;
  client: { clientHash: string | null; network: string | null };
}

/**
 * Asks for the mail of a signing again. Whether one is written, the worker finds out: see `screenSignings`. Whoever asks
 * learns nothing of the address, for what is done here depends on the browser's own session alone. Asked too soon, it
 * is nothing.
 */
export async function askForMail({ campaignId, sessionToken, client }: Asking, now: Date = new Date()) {
  await sql`
    with asked as (
      update signer_sessions set mail_asked_at = ${now}
      where token_hash = ${hashToken(sessionToken ?? "")} and campaign_id = ${campaignId} and expires_at > ${now}
        and coalesce(mail_asked_at, created_at) <= ${hoursAfter(now, -MAIL_PAUSE_MINUTES / 60)}
      returning canonical_email, name_key
    )
    insert into signings (campaign_id, kind, canonical_email, name_key, is_new, client_hash, network, created_at)
    select ${campaignId}, 'resend', canonical_email, name_key, false, ${client.clientHash}, ${client.network}, ${now} from asked`;
}
