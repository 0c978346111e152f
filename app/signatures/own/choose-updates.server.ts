import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, consents, deliveries, signatures, unsubscribeLinks } from "#db/schema/index.ts";
import { cardsOfSort } from "#emails/index.ts";
import type { Own } from "./edit.server.ts";

/** A consent given now, with the sentence that stood beside the button; it stands beside older ones, which are kept as they ended. */
export async function startUpdates({ id, canonicalEmail }: Own, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [mine] = await tx
      .select({ campaignId: signatures.campaignId, wording: campaigns.updatesConsentWording })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      .where(and(eq(signatures.id, id), eq(signatures.canonicalEmail, canonicalEmail), ne(signatures.state, "removed")))
      .for("no key update", { of: signatures });
    if (!mine) return { outcome: "gone" } as const;
    const given = await tx
      .insert(consents)
      .values({ signatureId: id, kind: "updates", wording: mine.wording, givenAt: now })
      .onConflictDoNothing()
      .returning({ id: consents.id });
    if (given.length === 0) return { outcome: "already so" } as const;
    await tx.update(unsubscribeLinks).set({ stoppedAt: null }).where(isWayOut(tx, mine.campaignId, canonicalEmail));
    await log(tx, { campaignId: mine.campaignId, id, updates: "started" }, now);
    return { outcome: "started" } as const;
  });
}

/** From now on none is written; those that were written and have not left do not leave. */
export async function stopUpdates({ id, canonicalEmail }: Own, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const own = tx.select({ id: signatures.id }).from(signatures).where(and(eq(signatures.id, id), eq(signatures.canonicalEmail, canonicalEmail)));
    const ended = await tx
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(inArray(consents.signatureId, own), eq(consents.kind, "updates"), isNull(consents.withdrawnAt)))
      .returning({ id: consents.id });
    if (ended.length === 0) return { outcome: "already so" } as const;
    await tx
      .update(deliveries)
      .set({ state: "cancelled", props: null, stateChangedAt: now })
      .where(and(eq(deliveries.signatureId, id), eq(deliveries.state, "due"), inArray(deliveries.card, cardsOfSort("updates"))));
    const [mine] = await tx.select({ campaignId: signatures.campaignId }).from(signatures).where(eq(signatures.id, id));
    if (mine) await log(tx, { campaignId: mine.campaignId, id, updates: "stopped" }, now);
    return { outcome: "stopped" } as const;
  });
}

/** Whoever unsubscribed by a mail and asks for updates again takes that back. */
function isWayOut(tx: Transaction, campaignId: string, canonicalEmail: string) {
  const atAddress = tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.canonicalEmail, canonicalEmail)));
  return and(eq(unsubscribeLinks.sort, "updates"), inArray(unsubscribeLinks.signatureId, atAddress));
}

async function log(tx: Transaction, { campaignId, id, updates }: { campaignId: string; id: string; updates: string }, now: Date) {
  await writeAudit(tx, { campaignId, by: null, act: "changed", subject: "signature", subjectId: id, title: "a signature", after: { updates } }, now);
}
