import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { consents, deliveries, unsubscribeLinks } from "#db/schema/index.ts";

const MAILS_SHOWN = 50;

/** Mail of the house to the owners of these signatures, newest first; without what stood in it, which is not kept. */
export async function listOwnMails(signatureIds: string[], limit = MAILS_SHOWN) {
  if (signatureIds.length === 0) return [];
  return db
    .select({
      signatureId: deliveries.signatureId, card: deliveries.card, to: deliveries.toAddress, state: deliveries.state, dueAt: deliveries.dueAt, sentAt: deliveries.sentAt,
    })
    .from(deliveries)
    .where(inArray(deliveries.signatureId, signatureIds))
    .orderBy(desc(deliveries.dueAt))
    .limit(limit);
}

/** What its owner agreed to, with the sentence as it stood then; one that was taken back stays, with its days. */
export async function listOwnConsents(signatureId: string) {
  return db
    .select({ kind: consents.kind, coSignerId: consents.coSignerId, wording: consents.wording, givenAt: consents.givenAt, withdrawnAt: consents.withdrawnAt })
    .from(consents)
    .where(eq(consents.signatureId, signatureId))
    .orderBy(asc(consents.givenAt));
}

/** The sorts of mail that were ended by a link at the foot of one. */
export async function listEnded(signatureId: string) {
  return db
    .select({ sort: unsubscribeLinks.sort, at: unsubscribeLinks.stoppedAt })
    .from(unsubscribeLinks)
    .where(and(eq(unsubscribeLinks.signatureId, signatureId), isNotNull(unsubscribeLinks.stoppedAt)));
}
