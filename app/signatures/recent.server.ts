import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { signatures } from "#db/schema/index.ts";

/** The newest signers who chose to be shown. */
export async function listRecentSigners(campaignId: string, limit = 12) {
  return db
    .select({ name: signatures.name, country: signatures.country })
    .from(signatures)
    .where(
      and(eq(signatures.campaignId, campaignId), eq(signatures.state, "confirmed"), eq(signatures.isNameShown, true)),
    )
    .orderBy(desc(signatures.confirmedAt))
    .limit(limit);
}
