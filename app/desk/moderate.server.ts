import { eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { holdAgain } from "#app/messages/hold-again.server.ts";
import { releaseSuspects } from "#app/signatures/release-suspects.server.ts";
import { removeSignatures, restoreSignatures } from "#app/signatures/remove.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns } from "#db/schema/index.ts";

interface Moderation {
  campaignId: string;
  ids: string[];
}

/** Removes signatures with what they set going: the public count follows, and their messages wait. Returns how many. */
export async function removeFromLetter(tx: Transaction, { campaignId, ids, ...why }: Moderation & { reason: string; jobId: string | null }, now: Date) {
  const removed = await removeSignatures(tx, { campaignId, ids, ...why }, now);
  if (removed.length === 0) return 0;
  await holdAgain(tx, { signatureIds: removed });
  await publish(tx, campaignId);
  return removed.length;
}

/** Their messages go on as if nothing had been. Returns how many were restored. */
export async function restoreToLetter(tx: Transaction, { campaignId, ids }: Moderation, now: Date) {
  const restored = await restoreSignatures(tx, { campaignId, ids }, now);
  if (restored.length > 0) await publish(tx, campaignId);
  return restored.length;
}

/** One signature, from its own page. Pressed twice, it is removed once and stands in the log once. */
export async function removeOne({ campaignId, signatureId, reason, by }: { campaignId: string; signatureId: string; reason: string; by: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const removed = await removeFromLetter(tx, { campaignId, ids: [signatureId], reason, jobId: null }, now);
    if (removed === 0) return { outcome: "not removable" } as const;
    await writeAudit(tx, { campaignId, by, act: "removed", subject: "signature", subjectId: signatureId, title: "a signature", after: { reason } }, now);
    return { outcome: "removed" } as const;
  });
}

export async function restoreOne({ campaignId, signatureId, by }: { campaignId: string; signatureId: string; by: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const restored = await restoreToLetter(tx, { campaignId, ids: [signatureId] }, now);
    if (restored === 0) return { outcome: "not removed" } as const;
    await writeAudit(tx, { campaignId, by, act: "restored", subject: "signature", subjectId: signatureId, title: "a signature" }, now);
    return { outcome: "restored" } as const;
  });
}

/** A suspect that somebody found genuine: its owner gets the mail. Pressed twice, it is released once. */
export async function releaseOne({ campaignId, signatureId, by }: { campaignId: string; signatureId: string; by: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const released = await releaseSuspects(tx, { campaignId, ids: [signatureId], jobId: null }, now);
    if (released === 0) return { outcome: "no suspect" } as const;
    await writeAudit(tx, { campaignId, by, act: "released", subject: "signature", subjectId: signatureId, title: "a signature" }, now);
    return { outcome: "released" } as const;
  });
}

async function publish(tx: Transaction, campaignId: string) {
  const [campaign] = await tx.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, campaignId));
  if (campaign) await notify(tx, "published", campaign.slug);
}
