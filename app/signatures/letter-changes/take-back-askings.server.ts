import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { deliveries } from "#db/schema/index.ts";

/** Of those who have agreed, withdrawn, or are asked about a newer change, a mail about it that has not left stays here. */
export async function takeBackAskings(tx: Transaction, signatureIds: string[], now: Date) {
  await tx
    .update(deliveries)
    .set({ state: "cancelled", props: null, stateChangedAt: now })
    .where(and(inArray(deliveries.signatureId, signatureIds), eq(deliveries.card, "letter-changed"), eq(deliveries.state, "due")));
}
