import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgEnum, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";
import { messages } from "./messages.ts";
import { contacts } from "./retailers.ts";
import { signatures } from "./signatures.ts";

export const deliveryState = pgEnum("delivery_state", [
  "due", "sending", "sent", "delivered", "delayed", "bounced", "complained", "suppressed", "failed", "cancelled",
]);
export const batchState = pgEnum("batch_state", ["sealed", "sent", "failed"]);

/**
 * Up to 100 mails that leave together, frozen as they were rendered. Its id is the provider's idempotency key:
 * a batch is sent again under the same key with the same bytes, or not at all.
 */
export const mailBatches = pgTable(
  "mail_batches",
  {
    id: key(),
    state: batchState().notNull().default("sealed"),
    priority: smallint().notNull(),
    /** The provider's request body; emptied once the batch has ended, for it holds links in clear. */
    payload: jsonb().$type<unknown[]>(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull().defaultNow(),
    /** Whoever works on it holds it until then; a killed worker's lease runs out. */
    leasedUntil: instant(),
    /** The first attempt whose outcome nobody learned; after 23 hours the provider has forgotten the key. */
    unknownSince: instant(),
    lastError: text(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (table) => [index("sealed_batches").on(table.priority, table.nextAttemptAt).where(sql`state = 'sealed'`)],
);

/** One e-mail that leaves the house: the outbox row, and later the record of its life. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: key(),
    /** A file of emails/, e.g. "confirm-signature". */
    card: text().notNull(),
    /** What the card is printed from; emptied once the mail has left, for it holds links in clear. */
    props: jsonb().$type<Record<string, unknown>>(),
    toAddress: text().notNull(),
    /** 1 what somebody waits for, 2 demands, 3 updates. */
    priority: smallint().notNull(),
    isTest: boolean().notNull().default(false),
    campaignId: uuid().references(() => campaigns.id, { onDelete: "cascade" }),
    /** Mail to a signer goes with the signature: an address is not kept longer than what it was given for. */
    signatureId: uuid().references(() => signatures.id, { onDelete: "cascade" }),
    messageId: uuid().references(() => messages.id, { onDelete: "set null" }),
    contactId: uuid().references(() => contacts.id, { onDelete: "set null" }),
    state: deliveryState().notNull().default("due"),
    reason: text(),
    batchId: uuid().references(() => mailBatches.id),
    /** Resend's id of the mail. */
    providerId: text().unique("one_delivery_per_provider_id"),
    dueAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    stateChangedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    index("due_deliveries").on(table.priority, table.id).where(sql`state = 'due'`),
    // Each mail is of a message or of a signer, and of a batch only later.
    index("deliveries_by_batch").on(table.batchId).where(sql`batch_id is not null`),
    index("deliveries_by_message").on(table.messageId).where(sql`message_id is not null`),
    index("deliveries_by_signature").on(table.signatureId).where(sql`signature_id is not null`),
    index("deliveries_listed").on(table.campaignId, table.state, table.card, table.dueAt, table.id).where(sql`campaign_id is not null`),
    index("invitation_mails").on(table.toAddress).where(sql`card = 'invitation'`),
    index("deliveries_by_creation").on(table.campaignId, table.createdAt),
    // Of one whose state never changed, the index above tells.
    index("deliveries_by_change").on(table.campaignId, table.stateChangedAt).where(sql`state_changed_at <> created_at`),
    index("deliveries_that_failed")
      .on(table.campaignId, table.stateChangedAt)
      .where(sql`state in ('failed', 'bounced', 'suppressed', 'complained')`),
  ],
);

/** What the provider told us, once per event of its own. */
export const mailEvents = pgTable(
  "mail_events",
  {
    /** The webhook's svix-id. */
    id: text().primaryKey(),
    type: text().notNull(),
    providerId: text(),
    occurredAt: instant().notNull(),
    detail: text(),
    receivedAt: createdAt(),
  },
  (table) => [index("mail_events_by_receipt").on(table.receivedAt)],
);

/** Addresses we no longer write to, because a mail bounced for good or was complained about. */
export const suppressions = pgTable("suppressions", {
  /** In lower case. */
  address: text().primaryKey(),
  reason: text({ enum: ["bounce", "complaint", "manual"] }).notNull(),
  createdAt: createdAt(),
});

/** The house's one turnstile for requests to the provider: a row that says when the next may go. */
export const mailPaces = pgTable("mail_paces", {
  id: smallint().primaryKey(),
  nextRequestAt: instant().notNull(),
});

/** Where mail lands when there is no key for a provider: read at /dev/mail. */
export const mailbox = pgTable("mailbox", {
  id: key(),
  fromAddress: text().notNull(),
  toAddress: text().notNull(),
  replyTo: text(),
  subject: text().notNull(),
  html: text().notNull(),
  text: text().notNull(),
  receivedAt: createdAt(),
});
