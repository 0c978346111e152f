import { and, eq } from "drizzle-orm";
import { releaseMessages } from "#app/signatures/release-messages.server.ts";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { messages } from "#db/schema/index.ts";

/** Lets a waiting message go, at the word of the owner of its signature. */
export async function releaseMessage(signatureId: string, messageId: string, now: Date = new Date()) {
  const released = await db.transaction((tx) => releaseMessages(tx, signatureId, hasId(messages.id, messageId), now));
  return { outcome: released > 0 ? "released" : "gone" } as const;
}

/** Takes a message back, as long as it has not left. */
export async function cancelMessage(signatureId: string, messageId: string, now: Date = new Date()) {
  const [cancelled] = await db
    .update(messages)
    .set({ state: "cancelled", cancelledAt: now })
    .where(and(eq(messages.signatureId, signatureId), hasId(messages.id, messageId), eq(messages.state, "held")))
    .returning({ id: messages.id });
  return { outcome: cancelled ? "cancelled" : "gone" } as const;
}
