import { and, asc, desc, eq, inArray, isNull, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { deliveries, messages, retailers, targets } from "#db/schema/index.ts";
import type { Signer } from "#app/signatures/session.server.ts";
import { messageStatus } from "./status.ts";

export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number];

/** A signer's messages with what became of each; the mail's own fate is read from its delivery. */
export async function listMessages(signatureId: string) {
  const delivery = latestDelivery();
  const rows = await db
    .select({
      id: messages.id,
      retailerName: retailers.name,
      retailerSlug: retailers.slug,
      subject: messages.subject,
      body: messages.body,
      state: messages.state,
      releasedAt: messages.releasedAt,
      testedAt: messages.testedAt,
      isTargetPaused: raw<boolean>`${targets.pausedAt} is not null`,
      hasContact: raw<boolean>`exists (select from contacts where retailer_id = ${retailers.id} and state in ('new', 'working'))`,
      deliveryState: delivery.state,
      sentAt: delivery.sentAt,
      replyRoute: messages.replyRoute,
      updatedAt: messages.updatedAt,
    })
    .from(messages)
    .innerJoin(targets, eq(targets.id, messages.targetId))
    .innerJoin(retailers, eq(retailers.id, targets.retailerId))
    .leftJoinLateral(delivery, raw`true`)
    .where(eq(messages.signatureId, signatureId))
    .orderBy(asc(targets.position));
  return rows.map((row) => ({
    id: row.id,
    retailerName: row.retailerName,
    retailerSlug: row.retailerSlug,
    subject: row.subject,
    body: row.body,
    updatedAt: row.updatedAt,
    sentAt: row.sentAt,
    replyRoute: row.replyRoute,
    isReleased: row.releasedAt !== null,
    canCancel: row.state === "held",
    status: messageStatus({ ...row, isReleased: row.releasedAt !== null, isTested: row.testedAt !== null }),
  }));
}

/** What this browser may read back: a confirmed signer what was proven to be theirs, another browser its own words. */
export async function listWritten(signer: Signer, targetIds: string[]) {
  if (!signer.signatureId || targetIds.length === 0) return [];
  return db
    .select({ targetId: messages.targetId, subject: messages.subject, body: messages.body, state: messages.state })
    .from(messages)
    .where(
      and(
        eq(messages.signatureId, signer.signatureId),
        inArray(messages.targetId, targetIds),
        // What another browser left unproven is not put into the owner's mouth: it waits on the own page.
        signer.isConfirmed ? isNull(messages.writtenBySession) : eq(messages.writtenBySession, signer.sessionHash),
      ),
    );
}

function latestDelivery() {
  return db
    .select({ state: deliveries.state, sentAt: deliveries.sentAt })
    .from(deliveries)
    .where(and(eq(deliveries.messageId, messages.id), eq(deliveries.isTest, false)))
    .orderBy(desc(deliveries.createdAt))
    .limit(1)
    .as("delivery");
}
