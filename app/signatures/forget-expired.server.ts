import { lt } from "drizzle-orm";
import { db, sql } from "#db/client.server.ts";
import { signatureLinks, signerSessions, spentProofs } from "#db/schema/index.ts";
import { forgetRequests } from "./forget-requests.server.ts";
import { forgetMailedAddresses } from "./screening/cap-mails.server.ts";
import { forgetClientKeys } from "./screening/client-key.server.ts";

/** How long it is kept from which network a signing came. */
const TRACES_DAYS = 7;

/**
 * Requests that nobody confirmed within their campaign's days, with all that came with them; links and sessions that
 * open nothing any more, and proofs that nobody could bring again.
 */
export async function forgetExpired(now: Date = new Date()) {
  await forgetRequests(now);
  await sql`delete from screened_signings where created_at < ${now}::timestamptz - make_interval(days => ${TRACES_DAYS})`;
  await forgetClientKeys(now);
  await forgetMailedAddresses(now);
  await db.delete(signatureLinks).where(lt(signatureLinks.expiresAt, now));
  await db.delete(signerSessions).where(lt(signerSessions.expiresAt, now));
  await db.delete(spentProofs).where(lt(spentProofs.expiresAt, now));
}
