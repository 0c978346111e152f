import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { messages, signatures } from "#db/schema/index.ts";

/** Takes a name off the letter, at once and everywhere; messages that have not left go with it. */
export async function withdrawSignature(
  { signatureId, campaignSlug }: { signatureId: string; campaignSlug: string },
  now: Date = new Date(),
) {
  return db.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(signatures)
      .set({ state: "withdrawn", withdrawnAt: now, stateChangedAt: now })
      .where(and(eq(signatures.id, signatureId), inArray(signatures.state, ["pending", "confirmed"])))
      .returning({ id: signatures.id });
    if (!withdrawn) return { outcome: "already withdrawn" } as const;
    await tx
      .update(messages)
      .set({ state: "cancelled", cancelledAt: now })
      .where(and(eq(messages.signatureId, signatureId), eq(messages.state, "held")));
    await notify(tx, "published", campaignSlug);
    return { outcome: "withdrawn" } as const;
  });
}
