import { db } from "#db/client.server.ts";
import { startProvenSession } from "./session.server.ts";

/** Lets the browser at a signer's own page write to retailers: its mailed link has proven the address. */
export async function beginSession(signatureId: string, now: Date = new Date()) {
  return db.transaction((tx) => startProvenSession(tx, signatureId, now));
}
