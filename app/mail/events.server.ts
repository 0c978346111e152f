import { asc, eq, inArray, sql as raw } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { deliveries, mailEvents } from "#db/schema/index.ts";
import { isMailEventType, stateAfter, suppressionAfter, type MailEventType } from "./delivery-states.ts";
import { contactBounces, contactWorks, suppressAddress } from "./suppress.server.ts";

/** Any number: it only has to be the same for all who read or record the provider's ids. */
const PROVIDER_IDS_LOCK = 2019_02_13;

export type MailEvent = {
  /** The webhook's svix-id. */
  id: string;
  type: MailEventType;
  createdAt: Date;
  /** Resend's id of the mail. */
  providerId: string;
  /** For a bounce it begins with the provider's kind: "Permanent", "Transient", "Undetermined". */
  detail: string | null;
};

/**
 * Records an event once and moves its delivery on.
 * "known": it came before. "early": the mail's id is not recorded yet; `applyEarlyEvents` will find the event.
 */
export async function recordMailEvent(event: MailEvent) {
  return db.transaction(async (tx) => {
    // Shared with other events, not with the recording of ids: else each could miss what the other is about to commit.
    await tx.execute(raw`select pg_advisory_xact_lock_shared(${PROVIDER_IDS_LOCK})`);
    const { id, type, providerId, detail, createdAt } = event;
    const [isNew] = await tx
      .insert(mailEvents)
      .values({ id, type, providerId, detail, occurredAt: createdAt })
      .onConflictDoNothing()
      .returning({ id: mailEvents.id });
    if (!isNew) return { outcome: "known" } as const;
    return moveDelivery(tx, event);
  });
}

/** Taken before ids are recorded, and held until the events that came earlier are applied. */
export async function lockProviderIds(tx: Transaction) {
  await tx.execute(raw`select pg_advisory_xact_lock(${PROVIDER_IDS_LOCK})`);
}

/** Applies what the provider told about mails before their ids were recorded. */
export async function applyEarlyEvents(tx: Transaction, providerIds: string[]) {
  if (providerIds.length === 0) return;
  const early = await tx
    .select()
    .from(mailEvents)
    .where(inArray(mailEvents.providerId, providerIds))
    .orderBy(asc(mailEvents.occurredAt));
  for (const { id, type, providerId, detail, occurredAt } of early) {
    if (providerId && isMailEventType(type)) await moveDelivery(tx, { id, type, providerId, detail, createdAt: occurredAt });
  }
}

async function moveDelivery(tx: Transaction, { type, providerId, detail, createdAt }: MailEvent) {
  const [delivery] = await tx.select().from(deliveries).where(eq(deliveries.providerId, providerId)).for("update");
  if (!delivery) return { outcome: "early" } as const;

  const state = stateAfter(delivery.state, type);
  if (state) {
    await tx
      .update(deliveries)
      .set({ state, reason: detail, stateChangedAt: createdAt })
      .where(eq(deliveries.id, delivery.id));
  }
  if (state === "delivered" && delivery.contactId) await contactWorks(tx, delivery.contactId, delivery.toAddress);

  const suppression = suppressionAfter(type, detail);
  if (suppression) {
    await suppressAddress(tx, delivery.toAddress, suppression);
    const reason = suppression === "bounce" ? `Mail came back: ${detail ?? "no reason given"}` : "The recipient reported our mail as unwanted.";
    if (delivery.contactId) await contactBounces(tx, delivery.contactId, delivery.toAddress, reason);
  }
  return { outcome: "recorded", state: state ?? delivery.state } as const;
}
