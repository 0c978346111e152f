import { and, eq, ne, sql as raw } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { messages, type replyRoute, signatures } from "#db/schema/index.ts";
import type { Signer } from "#app/signatures/session.server.ts";

export type ReplyRoute = (typeof replyRoute.enumValues)[number];

interface WrittenMessage {
  targetId: string;
  subject: string;
  body: string;
  /** It says more or other than the template. */
  hasOwnWords?: boolean;
}

/**
 * Keeps one message per retailer. Those of a confirmed signer are free to go; those of a browser that has not proven
 * the address wait beside them. A message that has left is not written over.
 */
export async function writeMessages(
  signer: Signer,
  { written, replyRoute: route }: { written: WrittenMessage[]; replyRoute: ReplyRoute },
  now: Date = new Date(),
) {
  const { signatureId } = signer;
  if (!signatureId) return { outcome: "no signature" } as const;
  const write = signer.isConfirmed ? writeAsOwner : writeAsBrowser(signer.sessionHash);
  const isThere = await db.transaction(async (tx) => {
    // One that is being erased is waited for: no word is written under it any more.
    const [signature] = await tx.select({ id: signatures.id }).from(signatures).where(and(eq(signatures.id, signatureId), ne(signatures.email, ""))).for("share");
    if (!signature) return false;
    for (const { hasOwnWords = false, ...text } of written) {
      await write(tx, { ...text, hasOwnWords, signatureId, replyRoute: route, updatedAt: now });
    }
    return true;
  });
  if (!isThere) return { outcome: "no signature" } as const;
  return { outcome: signer.isConfirmed ? "released" : "held" } as const;
}

type Text = WrittenMessage & { signatureId: string; replyRoute: ReplyRoute; updatedAt: Date };

const isWaiting = raw`${messages.state} in ('held', 'cancelled')`;

async function writeAsOwner(tx: Transaction, text: Text) {
  const released = { ...text, releasedAt: text.updatedAt };
  await tx
    .insert(messages)
    .values(released)
    .onConflictDoUpdate({
      target: [messages.signatureId, messages.targetId],
      targetWhere: raw`written_by_session is null`,
      set: { ...released, state: "held", cancelledAt: null },
      setWhere: isWaiting,
    });
}

function writeAsBrowser(sessionHash: string) {
  return async (tx: Transaction, text: Text) => {
    const held = { ...text, writtenBySession: sessionHash };
    await tx
      .insert(messages)
      .values(held)
      .onConflictDoUpdate({
        target: [messages.signatureId, messages.targetId, messages.writtenBySession],
        targetWhere: raw`written_by_session is not null`,
        set: { ...held, state: "held", cancelledAt: null },
        setWhere: isWaiting,
      });
  };
}
