import { sql } from "drizzle-orm";
import { boolean, index, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, key } from "./columns.ts";
import { targets } from "./retailers.ts";
import { signatures } from "./signatures.ts";

export const messageState = pgEnum("message_state", ["held", "queued", "cancelled"]);
export const replyRoute = pgEnum("reply_route", ["campaign", "signer"]);
export const mailProgram = pgEnum("mail_program", ["mailto", "gmail", "outlook"]);

/**
 * One signer's demands to one retailer. What became of the mail is told by its delivery
 * (deliveries.message_id), never copied here.
 */
export const messages = pgTable(
  "messages",
  {
    id: key(),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    targetId: uuid().notNull().references(() => targets.id),
    subject: text().notNull(),
    body: text().notNull(),
    /** Whether it says more or other than the campaign's template did when it was written. */
    hasOwnWords: boolean().notNull().default(false),
    /** Where the retailer's answer goes: a tagged address of ours, or straight to the signer. */
    replyRoute: replyRoute().notNull(),
    state: messageState().notNull().default("held"),
    /**
     * The browser that wrote it, until its writer has proven the address; then null and free to go. Browsers that
     * have proven nothing keep their words apart, so that nobody writes over, or learns of, the owner's.
     */
    writtenBySession: text(),
    /** When its signer let it go: never before the signature is confirmed. */
    releasedAt: instant(),
    /** When a copy went to the organizers in test mode; the message itself still waits. */
    testedAt: instant(),
    queuedAt: instant(),
    cancelledAt: instant(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("one_message_per_target")
      .on(table.signatureId, table.targetId)
      .where(sql`written_by_session is null`),
    uniqueIndex("one_waiting_message_per_browser")
      .on(table.signatureId, table.targetId, table.writtenBySession)
      .where(sql`written_by_session is not null`),
    // Neither of the two above answers for a signature by itself: for its own page, its removal, and when it is confirmed or forgotten.
    index("messages_by_signature").on(table.signatureId),
    // With the signature, so that counting them looks into no row.
    index("waiting_messages").on(table.targetId, table.releasedAt, table.signatureId).where(sql`state = 'held' and released_at is not null`),
    index("messages_by_target").on(table.targetId, table.state, table.hasOwnWords, table.createdAt, table.id),
  ],
);

/** A message opened in the signer's own mail program: whether it was sent we cannot know, so it is counted apart. */
export const openings = pgTable(
  "openings",
  {
    id: key(),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    targetId: uuid().notNull().references(() => targets.id),
    program: mailProgram().notNull(),
    openedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    unique("one_opening_per_target").on(table.signatureId, table.targetId),
    index("openings_by_target").on(table.targetId, table.signatureId),
  ],
);
