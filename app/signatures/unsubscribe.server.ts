import { and, eq, inArray, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { hashToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, consents, deliveries, signatures, unsubscribeLinks } from "#db/schema/index.ts";
import { cardsOfSort } from "#emails/index.ts";
import { isEndable, type EndableSort } from "#emails/mail-sorts.ts";

/** What the link at the foot of a mail ends; undefined for one that we do not know, or whose signature was erased. */
export async function findWayOut(token: string) {
  const [found] = await db
    .select({
      sort: unsubscribeLinks.sort, stoppedAt: unsubscribeLinks.stoppedAt,
      campaign: { slug: campaigns.slug, name: campaigns.name, isSample: campaigns.isSample, accent: campaigns.accent, logoHash: campaigns.logoHash },
    })
    .from(unsubscribeLinks)
    .innerJoin(signatures, eq(signatures.id, unsubscribeLinks.signatureId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(eq(unsubscribeLinks.tokenHash, hashToken(token)));
  return found && isEndable(found.sort) ? { ...found, sort: found.sort } : undefined;
}

/**
 * Ends one sort of mail to the address of a signature under its campaign, at once: what has not left does not leave.
 * Done twice, it is done once. Of updates the consent ends with it.
 */
export async function unsubscribe(token: string, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [link] = await tx
      .select({ id: unsubscribeLinks.id, sort: unsubscribeLinks.sort, signatureId: unsubscribeLinks.signatureId })
      .from(unsubscribeLinks)
      .where(eq(unsubscribeLinks.tokenHash, hashToken(token)));
    if (!link || !isEndable(link.sort)) return { outcome: "unknown" } as const;
    const [stopped] = await tx
      .update(unsubscribeLinks)
      .set({ stoppedAt: now })
      .where(and(eq(unsubscribeLinks.id, link.id), isNull(unsubscribeLinks.stoppedAt)))
      .returning({ id: unsubscribeLinks.id });
    if (!stopped) return { outcome: "already ended" } as const;
    await endForAddress(tx, { signatureId: link.signatureId, sort: link.sort }, now);
    return { outcome: "ended" } as const;
  });
}

async function endForAddress(tx: Transaction, { signatureId, sort }: { signatureId: string; sort: EndableSort }, now: Date) {
  const [of] = await tx
    .select({ campaignId: signatures.campaignId, canonicalEmail: signatures.canonicalEmail })
    .from(signatures)
    .where(eq(signatures.id, signatureId));
  if (!of) return;
  const atAddress = tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.campaignId, of.campaignId), eq(signatures.canonicalEmail, of.canonicalEmail)));
  if (sort === "updates") {
    await tx
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(inArray(consents.signatureId, atAddress), eq(consents.kind, "updates"), isNull(consents.withdrawnAt)));
  }
  await tx
    .update(deliveries)
    .set({ state: "cancelled", props: null, stateChangedAt: now })
    .where(and(inArray(deliveries.signatureId, atAddress), eq(deliveries.state, "due"), inArray(deliveries.card, cardsOfSort(sort))));
  await writeAudit(
    tx,
    { campaignId: of.campaignId, by: null, act: "changed", subject: "signature", subjectId: signatureId, title: "a signature", after: { [sort]: "unsubscribed" } },
    now,
  );
}
