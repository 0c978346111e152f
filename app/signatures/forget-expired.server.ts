import { lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { signatureLinks, signerSessions } from "#db/schema/index.ts";

/** Links and sessions that open nothing any more. */
export async function forgetExpired(now: Date = new Date()) {
  await db.delete(signatureLinks).where(lt(signatureLinks.expiresAt, now));
  await db.delete(signerSessions).where(lt(signerSessions.expiresAt, now));
}
