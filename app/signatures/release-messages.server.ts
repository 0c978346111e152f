import { and, asc, eq, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { messages } from "#db/schema/index.ts";

/**
 * Lets waiting messages go, at the word of whoever has proven the address. There is one message per retailer: what
 * else waited for the same one gives way, and what has left already stays what was sent. Returns how many go.
 */
export async function releaseMessages(tx: Transaction, signatureId: string, which: SQL, now: Date) {
  const waiting = await tx
    .select({ id: messages.id, targetId: messages.targetId })
    .from(messages)
    .where(and(eq(messages.signatureId, signatureId), eq(messages.state, "held"), isNull(messages.releasedAt), which))
    .orderBy(asc(messages.updatedAt))
    .for("update");
  let released = 0;
  for (const message of waiting) released += (await release(tx, signatureId, message, now)) ? 1 : 0;
  return released;
}

async function release(tx: Transaction, signatureId: string, { id, targetId }: { id: string; targetId: string }, now: Date) {
  const others = and(eq(messages.signatureId, signatureId), eq(messages.targetId, targetId), ne(messages.id, id));
  await tx.delete(messages).where(and(others, or(eq(messages.state, "held"), eq(messages.state, "cancelled"), isNotNull(messages.writtenBySession))));
  const [left] = await tx.select({ id: messages.id }).from(messages).where(others);
  if (left) {
    await tx.delete(messages).where(eq(messages.id, id));
    return false;
  }
  await tx.update(messages).set({ releasedAt: now, writtenBySession: null }).where(eq(messages.id, id));
  return true;
}
