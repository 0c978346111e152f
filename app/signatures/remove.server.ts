import { and, eq, exists, inArray, ne, notExists, or, sql as raw } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { deliveries, screenedSignings, signatures } from "#db/schema/index.ts";
import { askForMail } from "./release-suspects.server.ts";
import { REMOVABLE_STATES } from "./signature-states.ts";

interface Removal {
  campaignId: string;
  ids: string[];
  reason: string;
  /** Of the job that removes many, so that just those can be restored. */
  jobId: string | null;
}

/**
 * Removes signatures of one campaign: they count no more, and what mail still waits for their owners does not leave.
 * What is withdrawn or removed already stays as it is. Returns the ids of those that this call removed.
 */
export async function removeSignatures(tx: Transaction, { campaignId, ids, reason, jobId }: Removal, now: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const removed = await tx
    .update(signatures)
    .set({
      state: "removed", removedAt: now, removalReason: reason, removedFrom: raw`${signatures.state}`, removalJobId: jobId, stateChangedAt: now,
    })
    .where(and(eq(signatures.campaignId, campaignId), inArray(signatures.id, ids), inArray(signatures.state, REMOVABLE_STATES)))
    .returning({ id: signatures.id });
  const removedIds = removed.map(({ id }) => id);
  if (removedIds.length === 0) return [];
  await tx
    .update(deliveries)
    .set({ state: "cancelled", props: null, stateChangedAt: now })
    .where(and(inArray(deliveries.signatureId, removedIds), eq(deliveries.state, "due")));
  return removedIds;
}

/**
 * Gives removed signatures the state back that they had; whose mail to confirm was kept from leaving gets it now.
 * Returns the ids of those that this call restored.
 */
export async function restoreSignatures(tx: Transaction, { campaignId, ids }: Pick<Removal, "campaignId" | "ids">, now: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const restored = await tx
    .update(signatures)
    .set({
      // One that was removed before this was kept goes by whether it was ever confirmed.
      state: raw`coalesce(${signatures.removedFrom}, case when ${signatures.confirmedAt} is null then 'pending' else 'confirmed' end::signature_state)`,
      removedAt: null, removalReason: null, removedFrom: null, removalJobId: null, stateChangedAt: now,
    })
    .where(and(eq(signatures.campaignId, campaignId), inArray(signatures.id, ids), eq(signatures.state, "removed")))
    .returning({ id: signatures.id });
  const restoredIds = restored.map(({ id }) => id);
  await askForLostMail(tx, campaignId, restoredIds, now);
  return restoredIds;
}

/** Of those that wait to be confirmed, whoever the form took and no mail to confirm has reached: it was cancelled, or never written. */
async function askForLostMail(tx: Transaction, campaignId: string, ids: string[], now: Date) {
  if (ids.length === 0) return;
  const mails = and(eq(deliveries.signatureId, signatures.id), eq(deliveries.card, "confirm-signature"));
  const left = tx.select({ id: deliveries.id }).from(deliveries).where(and(mails, ne(deliveries.state, "cancelled")));
  const cancelled = tx.select({ id: deliveries.id }).from(deliveries).where(and(mails, eq(deliveries.state, "cancelled")));
  const looked = tx.select({ id: screenedSignings.id }).from(screenedSignings).where(and(eq(screenedSignings.signatureId, signatures.id), screenedSignings.isNew));
  const owners = await tx
    .update(signatures)
    .set({ mailedAt: now })
    .where(and(inArray(signatures.id, ids), eq(signatures.state, "pending"), notExists(left), or(exists(cancelled), exists(looked))))
    .returning({ canonicalEmail: signatures.canonicalEmail, nameKey: signatures.nameKey });
  await askForMail(tx, campaignId, owners, now);
}

/** Those that a job removed and that are removed still, after an id, in order. */
export async function listRemovedBy(tx: Transaction, { campaignId, jobId, after, limit }: { campaignId: string; jobId: string; after: string | null; limit: number }) {
  const rows = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.removalJobId, jobId),
        eq(signatures.state, "removed"),
        after === null ? undefined : raw`${signatures.id} > ${after}::uuid`,
      ),
    )
    .orderBy(signatures.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}
