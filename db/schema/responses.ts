import { sql } from "drizzle-orm";
import { date, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { demands } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";
import { organizers } from "./organizers.ts";
import { targets } from "./retailers.ts";

export const responseChannel = pgEnum("response_channel", [
  "email", "letter", "phone", "meeting", "press", "website", "social", "none",
]);
export const responseKind = pgEnum("response_kind", [
  "acknowledgement", "answer", "statement", "action", "no_answer",
]);
export const stanceValue = pgEnum("stance_value", [
  "not_assessed", "no_answer", "declined", "evaded", "under_discussion", "pledged", "done_own_word", "done_verified", "went_back",
]);

/** An organizer's record of what a retailer said or did, or of a search that found nothing. */
export const responses = pgTable(
  "responses",
  {
    id: key(),
    targetId: uuid().notNull().references(() => targets.id, { onDelete: "cascade" }),
    /** When it happened, not when it was recorded. */
    happenedOn: date().notNull(),
    channel: responseChannel().notNull(),
    kind: responseKind().notNull(),
    summary: text().notNull(),
    quote: text(),
    sourceUrl: text(),
    sourceTitle: text(),
    /** When the source was last read. */
    capturedOn: date(),
    recordedBy: uuid().references(() => organizers.id, { onDelete: "set null" }),
    publishedBy: uuid().references(() => organizers.id, { onDelete: "set null" }),
    publishedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("published_responses").on(table.targetId, table.happenedOn).where(sql`published_at is not null`)],
);

/**
 * Where one target stands on one demand since a date. Rows are only ever added: the newest published one is
 * where it stands, the older ones are its history.
 */
export const stances = pgTable(
  "stances",
  {
    id: key(),
    targetId: uuid().notNull().references(() => targets.id, { onDelete: "cascade" }),
    demandId: uuid().notNull().references(() => demands.id, { onDelete: "cascade" }),
    value: stanceValue().notNull(),
    /** The day from which it was true. */
    sinceOn: date().notNull(),
    /** A pledge's own deadline. */
    dueOn: date(),
    /** Its evidence. */
    responseId: uuid().notNull().references(() => responses.id, { onDelete: "cascade" }),
    reason: text(),
    publishedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("stances_by_cell").on(table.targetId, table.demandId, table.publishedAt)],
);
