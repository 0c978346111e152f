import { desc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { mailbox } from "#db/schema/index.ts";
import type { FrozenMail, SendResult } from "./frozen-mail.ts";

/** Stands for the provider where there is no key for one. A mail bears its delivery's id, so a second run adds nothing. */
export async function keepInMailbox(mails: FrozenMail[]): Promise<SendResult[]> {
  await db
    .insert(mailbox)
    .values(
      mails.map(({ deliveryId, from, to, replyTo, subject, html, text }) => ({
        id: deliveryId, fromAddress: from, toAddress: to, replyTo: replyTo ?? null, subject, html, text,
      })),
    )
    .onConflictDoNothing();
  return mails.map(({ deliveryId }) => ({ outcome: "accepted", deliveryId, providerId: deliveryId }));
}

const MAILS_SHOWN = 100;

/** The newest mails in the mailbox, without their bodies. */
export async function listMailbox() {
  return db
    .select({ id: mailbox.id, toAddress: mailbox.toAddress, subject: mailbox.subject, receivedAt: mailbox.receivedAt })
    .from(mailbox)
    .orderBy(desc(mailbox.receivedAt), desc(mailbox.id))
    .limit(MAILS_SHOWN);
}

/** The id comes from an address: one that is no UUID finds nothing. */
export async function findInMailbox(id: string) {
  const [mail] = await db.select().from(mailbox).where(hasId(mailbox.id, id));
  return mail;
}
