import { and, eq, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { signatures } from "#db/schema/index.ts";
import { startProvenSession } from "./session.server.ts";

/**
 * Lets the browser at a signer's own page write to retailers: its mailed link has proven the address. Undefined for a
 * signature that was erased meanwhile.
 */
export async function beginSession(signatureId: string, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [signature] = await tx.select({ id: signatures.id }).from(signatures).where(and(eq(signatures.id, signatureId), ne(signatures.email, ""))).for("share");
    return signature && startProvenSession(tx, signatureId, now);
  });
}
