import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { deliveries, messages, targets } from "#db/schema/index.ts";

/**
 * Takes back from the outbox what has not left, when a target is paused or a campaign returns to test mode; the
 * messages wait as before and go when nothing holds them any more. What a batch holds has left.
 */
export async function holdAgain(tx: Transaction, of: { targetId: string } | { campaignId: string }) {
  const taken = await tx
    .delete(deliveries)
    .where(and(eq(deliveries.state, "due"), eq(deliveries.isTest, false), inArray(deliveries.messageId, messagesOf(tx, of))))
    .returning({ messageId: deliveries.messageId });
  const ids = taken.flatMap(({ messageId }) => messageId ?? []);
  if (ids.length === 0) return;
  await tx
    .update(messages)
    .set({ state: "held", queuedAt: null })
    .where(and(inArray(messages.id, ids), eq(messages.state, "queued")));
}

function messagesOf(tx: Transaction, of: { targetId: string } | { campaignId: string }) {
  const isOf: SQL = "targetId" in of ? eq(messages.targetId, of.targetId) : eq(targets.campaignId, of.campaignId);
  return tx.select({ id: messages.id }).from(messages).innerJoin(targets, eq(targets.id, messages.targetId)).where(isOf);
}
