import { and, eq, inArray, sql as raw } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { deliveries, signatureReleases, signatures, signings } from "#db/schema/index.ts";

interface Release {
  campaignId: string;
  ids: string[];
}

/**
 * Lets suspects of one campaign go on as if nothing had been found: each gets its mail from the worker, whose row is
 * written here. A signature that is no suspect stays as it is, so that pressed twice is once. Returns how many were
 * released; with a job's id it is kept which, so that just those can be held back again.
 */
export async function releaseSuspects(tx: Transaction, { campaignId, ids, jobId }: Release & { jobId: string | null }, now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const released = await tx
    .update(signatures)
    // The days in which it can be confirmed begin with the mail.
    .set({ state: "pending", stateChangedAt: now, mailedAt: now })
    .where(and(eq(signatures.campaignId, campaignId), inArray(signatures.id, ids), eq(signatures.state, "suspect")))
    .returning({ id: signatures.id, canonicalEmail: signatures.canonicalEmail, nameKey: signatures.nameKey });
  if (released.length === 0) return 0;
  if (jobId) await tx.insert(signatureReleases).values(released.map(({ id }) => ({ jobId, signatureId: id }))).onConflictDoNothing();
  await askForMail(tx, campaignId, released, now);
  return released.length;
}

/** The worker mails whoever these are, and does not look at them again. */
export async function askForMail(tx: Transaction, campaignId: string, owners: { canonicalEmail: string; nameKey: string }[], now: Date) {
  if (owners.length === 0) return;
  const rows = owners.map(({ canonicalEmail, nameKey }) => ({ campaignId, kind: "released" as const, canonicalEmail, nameKey, isNew: false, createdAt: now }));
  await tx.insert(signings).values(rows);
}

/** Makes suspects again of those that are not confirmed yet; mail that still waits for their owners does not leave. Returns how many. */
export async function holdBackAgain(tx: Transaction, { campaignId, ids }: Release, now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const held = await tx
    .update(signatures)
    .set({ state: "suspect", stateChangedAt: now })
    .where(and(eq(signatures.campaignId, campaignId), inArray(signatures.id, ids), eq(signatures.state, "pending")))
    .returning({ id: signatures.id });
  if (held.length === 0) return 0;
  await tx
    .update(deliveries)
    .set({ state: "cancelled", props: null, stateChangedAt: now })
    .where(and(inArray(deliveries.signatureId, held.map(({ id }) => id)), eq(deliveries.state, "due")));
  return held.length;
}

/** Those that a job released, after an id, in order. */
export async function listReleasedBy(tx: Transaction, { jobId, after, limit }: { jobId: string; after: string | null; limit: number }) {
  const rows = await tx
    .select({ id: signatureReleases.signatureId })
    .from(signatureReleases)
    .where(and(eq(signatureReleases.jobId, jobId), after === null ? undefined : raw`${signatureReleases.signatureId} > ${after}::uuid`))
    .orderBy(signatureReleases.signatureId)
    .limit(limit);
  return rows.map(({ id }) => id);
}
