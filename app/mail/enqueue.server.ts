import type { Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { deliveries } from "#db/schema/index.ts";
import type { CardName, CardProps } from "#emails/index.ts";

/** Lower goes first: what somebody waits for, then demands and what one of a crowd waits for, then updates. */
export const MAIL_PRIORITY = { awaited: 1, crowded: 2, demands: 2, updates: 3 } as const;

export type MailPriority = (typeof MAIL_PRIORITY)[keyof typeof MAIL_PRIORITY];

export type Mail<Name extends CardName> = {
  card: Name;
  /** From name, Reply-To and headers follow from these too: see `envelope` in the card's file. */
  props: CardProps<Name>;
  to: string;
  priority?: MailPriority;
  campaignId?: string;
  signatureId?: string;
  messageId?: string;
  contactId?: string;
  isTest?: boolean;
  /** Not before then; at once when left out. */
  dueAt?: Date;
};

/**
 * Puts a mail into the outbox, in the transaction that causes it: both happen or neither. Returns the delivery's id.
 * Whoever writes the row by SQL fills id, card, props, to_address and priority, and notifies "mail".
 */
export async function enqueueMail<Name extends CardName>(tx: Transaction, mail: Mail<Name>) {
  const { card, props, to, priority = MAIL_PRIORITY.awaited, ...rest } = mail;
  const [delivery] = await tx
    .insert(deliveries)
    .values({ card, props, toAddress: to, priority, ...rest })
    .returning({ id: deliveries.id });
  if (!delivery) throw new Error("The outbox took no row.");
  await notify(tx, "mail");
  return delivery.id;
}
