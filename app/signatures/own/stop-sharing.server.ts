import { and, eq, inArray, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { consents, signatures } from "#db/schema/index.ts";
import type { Own } from "./edit.server.ts";

/** From now on no file for the organisation has this signer; what it was told before, it has. */
export async function stopSharing({ id, canonicalEmail }: Own, coSignerId: string, now: Date = new Date()): Promise<{ outcome: "stopped" | "already so" }> {
  return db.transaction(async (tx) => {
    const own = tx.select({ id: signatures.id }).from(signatures).where(and(eq(signatures.id, id), eq(signatures.canonicalEmail, canonicalEmail)));
    const [ended] = await tx
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(inArray(consents.signatureId, own), eq(consents.kind, "partner"), eq(consents.coSignerId, coSignerId), isNull(consents.withdrawnAt)))
      .returning({ signatureId: consents.signatureId });
    if (!ended) return { outcome: "already so" };
    const [mine] = await tx.select({ campaignId: signatures.campaignId }).from(signatures).where(eq(signatures.id, id));
    if (mine) await writeAudit(tx, { campaignId: mine.campaignId, by: null, act: "changed", subject: "signature", subjectId: id, title: "a signature", after: { sharing: "stopped" } }, now);
    return { outcome: "stopped" };
  });
}
