import { and, eq, inArray, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { deliveries, messages, signatureLinks, signatures } from "#db/schema/index.ts";
import { takeBackAskings } from "./letter-changes/take-back-askings.server.ts";

/**
 * Takes a name off the letter, at once and everywhere; messages that have not left go with it. One that organizers have
 * removed stays removed, and is withdrawn when they restore it: what its owner said counts whatever they do.
 */
export async function withdrawSignature(
  { signatureId, campaignSlug }: { signatureId: string; campaignSlug: string },
  now: Date = new Date(),
) {
  return db.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(signatures)
      .set({ state: "withdrawn", withdrawnAt: now, stateChangedAt: now })
      .where(and(eq(signatures.id, signatureId), inArray(signatures.state, ["pending", "confirmed"])))
      .returning({ campaignId: signatures.campaignId });
    const campaignId = withdrawn?.campaignId ?? (await withdrawRemoved(tx, signatureId, now));
    if (campaignId === undefined) return { outcome: "already withdrawn" } as const;
    await endConfirmations(tx, signatureId);
    await takeBackMessages(tx, signatureId, now);
    await takeBackAskings(tx, [signatureId], now);
    await writeAudit(tx, { campaignId, by: null, act: "withdrew", subject: "signature", subjectId: signatureId, title: "a signature" }, now);
    await notify(tx, "published", campaignSlug);
    return { outcome: "withdrawn" } as const;
  });
}

async function withdrawRemoved(tx: Transaction, signatureId: string, now: Date) {
  const [withdrawn] = await tx
    .update(signatures)
    .set({ removedFrom: "withdrawn", withdrawnAt: now })
    .where(and(eq(signatures.id, signatureId), eq(signatures.state, "removed"), raw`${signatures.removedFrom} is distinct from 'withdrawn'`))
    .returning({ campaignId: signatures.campaignId });
  return withdrawn?.campaignId;
}

/** Whoever else holds an older mail of this signature cannot bring it back: only a new signing can. */
async function endConfirmations(tx: Transaction, signatureId: string) {
  await tx.delete(signatureLinks).where(and(eq(signatureLinks.signatureId, signatureId), eq(signatureLinks.purpose, "confirm")));
  await tx.update(signatureLinks).set({ codeHash: null }).where(eq(signatureLinks.signatureId, signatureId));
}

/** Held ones first, so that one that is being queued just now is met in the outbox; what a batch holds has left. */
async function takeBackMessages(tx: Transaction, signatureId: string, now: Date) {
  const cancelled = { state: "cancelled", cancelledAt: now } as const;
  await tx
    .update(messages)
    .set(cancelled)
    .where(and(eq(messages.signatureId, signatureId), eq(messages.state, "held")));
  const own = tx.select({ id: messages.id }).from(messages).where(eq(messages.signatureId, signatureId));
  const takenOut = await tx
    .update(deliveries)
    .set({ state: "cancelled", props: null, stateChangedAt: now })
    .where(and(inArray(deliveries.messageId, own), eq(deliveries.state, "due")))
    .returning({ messageId: deliveries.messageId });
  const ids = takenOut.flatMap(({ messageId }) => messageId ?? []);
  if (ids.length > 0) await tx.update(messages).set(cancelled).where(inArray(messages.id, ids));
}
