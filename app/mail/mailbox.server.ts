import { db } from "#db/client.server.ts";
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
