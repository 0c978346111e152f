import { and, eq, lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { signatureLinks, signatures, signerSessions } from "#db/schema/index.ts";
import { daysAfter, LINK_DAYS } from "./links.ts";

/** Requests that nobody confirmed, with all that came with them; links and sessions that open nothing any more. */
export async function forgetExpired(now: Date = new Date()) {
  await db
    .delete(signatures)
    .where(and(eq(signatures.state, "pending"), lt(signatures.mailedAt, daysAfter(now, -LINK_DAYS))));
  await db.delete(signatureLinks).where(lt(signatureLinks.expiresAt, now));
  await db.delete(signerSessions).where(lt(signerSessions.expiresAt, now));
}
