import { type SQL, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { messages, type replyRoute } from "#db/schema/index.ts";
import type { Signer } from "#app/signatures/session.server.ts";

export type ReplyRoute = (typeof replyRoute.enumValues)[number];

interface WrittenMessage {
  targetId: string;
  subject: string;
  body: string;
}

/**
 * Keeps one message per retailer. Those of a confirmed signer are free to go; others wait until the address is
 * proven. A message that has left is not written over, and a browser that has not proven the address writes over
 * its own messages only.
 */
export async function writeMessages(
  signer: Signer,
  { written, replyRoute: route }: { written: WrittenMessage[]; replyRoute: ReplyRoute },
  now: Date = new Date(),
) {
  const { signatureId } = signer;
  if (!signatureId) return { outcome: "no signature" } as const;
  const release = signer.isConfirmed
    ? { releasedAt: now, writtenBySession: null }
    : { releasedAt: null, writtenBySession: signer.sessionHash };
  await db.transaction(async (tx) => {
    for (const { targetId, subject, body } of written) {
      const text = { subject, body, replyRoute: route, ...release, updatedAt: now };
      await tx
        .insert(messages)
        .values({ signatureId, targetId, ...text })
        .onConflictDoUpdate({
          target: [messages.signatureId, messages.targetId],
          set: { ...text, state: "held", cancelledAt: null },
          setWhere: mayRewrite(signer),
        });
    }
  });
  return { outcome: signer.isConfirmed ? "released" : "held" } as const;
}

function mayRewrite(signer: Signer): SQL {
  const isWaiting = raw`${messages.state} in ('held', 'cancelled')`;
  if (signer.isConfirmed) return isWaiting;
  return raw`${isWaiting} and ${messages.releasedAt} is null and ${messages.writtenBySession} = ${signer.sessionHash}`;
}
