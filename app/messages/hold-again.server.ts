import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { deliveries, messages, targets } from "#db/schema/index.ts";

type HeldBy = { targetId: string } | { campaignId: string } | { signatureIds: string[] };

/**
 * Takes back from the outbox what has not left, when a target is paused, a campaign returns to test mode or signatures
 * are removed; the messages wait as before and go when nothing holds them any more. What a batch holds has left.
 */
export async function holdAgain(tx: Transaction, of: HeldBy) {
  // Nothing locks a signature while its message is being queued: whoever does so just now is waited for.
  if ("signatureIds" in of) await tx.select({ id: messages.id }).from(messages).where(inArray(messages.signatureId, of.signatureIds)).orderBy(messages.id).for("update");
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

function messagesOf(tx: Transaction, of: HeldBy) {
  const isOf = conditionOf(of);
  return tx.select({ id: messages.id }).from(messages).innerJoin(targets, eq(targets.id, messages.targetId)).where(isOf);
}

function conditionOf(of: HeldBy): SQL {
  if ("targetId" in of) return eq(messages.targetId, of.targetId);
  return "campaignId" in of ? eq(targets.campaignId, of.campaignId) : inArray(messages.signatureId, of.signatureIds);
}
