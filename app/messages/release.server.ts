import { and, eq, isNull, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { messages } from "#db/schema/index.ts";

/** Lets a waiting message go, at the word of the owner of its signature. */
export async function releaseMessage(signatureId: string, messageId: string, now: Date = new Date()) {
  const [released] = await db
    .update(messages)
    .set({ releasedAt: now, writtenBySession: null })
    .where(and(isOf(signatureId, messageId), eq(messages.state, "held"), isNull(messages.releasedAt)))
    .returning({ id: messages.id });
  return { outcome: released ? "released" : "gone" } as const;
}

/** Takes a message back, as long as it has not left. */
export async function cancelMessage(signatureId: string, messageId: string, now: Date = new Date()) {
  const [cancelled] = await db
    .update(messages)
    .set({ state: "cancelled", cancelledAt: now })
    .where(and(isOf(signatureId, messageId), eq(messages.state, "held")))
    .returning({ id: messages.id });
  return { outcome: cancelled ? "cancelled" : "gone" } as const;
}

/** The id comes from a form: one that is no UUID finds nothing. */
function isOf(signatureId: string, messageId: string) {
  return and(eq(messages.signatureId, signatureId), eq(raw`${messages.id}::text`, messageId));
}
