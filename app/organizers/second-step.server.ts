import { and, count, eq, isNotNull } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { organizerSessions, passkeys, totpSecrets } from "#db/schema/index.ts";

/** Which ways of a second step this organizer has. */
export async function findSecondSteps(organizerId: string, tx: Transaction | typeof db = db) {
  const [keys] = await tx.select({ count: count() }).from(passkeys).where(eq(passkeys.organizerId, organizerId));
  const [app] = await tx
    .select({ confirmedAt: totpSecrets.confirmedAt })
    .from(totpSecrets)
    .where(and(eq(totpSecrets.organizerId, organizerId), isNotNull(totpSecrets.confirmedAt)));
  return { passkeys: keys?.count ?? 0, hasCodeApp: app !== undefined };
}

export async function countSecondSteps(tx: Transaction | typeof db, organizerId: string) {
  const { passkeys: keys, hasCodeApp } = await findSecondSteps(organizerId, tx);
  return keys + (hasCodeApp ? 1 : 0);
}

export async function hasSecondStep(organizerId: string) {
  return (await countSecondSteps(db, organizerId)) > 0;
}

/** This session has just shown a passkey or a code: it is proven, and has given its second step. */
export async function noteSecondStep(tx: Transaction | typeof db, sessionId: string, now: Date) {
  await tx.update(organizerSessions).set({ provenAt: now, secondStepAt: now }).where(eq(organizerSessions.id, sessionId));
}
