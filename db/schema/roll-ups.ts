import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { instant } from "./columns.ts";
import { targets } from "./retailers.ts";

/** Signatures by the hour (UTC), counted by the clock, so that the desk never counts over the large tables. */
export const hourlyCounts = pgTable(
  "hourly_counts",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    hour: instant().notNull(),
    /** Asked for in this hour. One that was forgotten later was asked for all the same. */
    created: integer().notNull().default(0),
    /** Confirmed in this hour, and confirmed still. */
    confirmed: integer().notNull().default(0),
  },
  (table) => [primaryKey({ name: "one_count_per_hour", columns: [table.campaignId, table.hour] })],
);

/**
 * By the day (UTC): signatures asked for on it, and how many of those are confirmed by now, in all and by source,
 * country and mail domain of the signer; mail by the day it was written, `value` being its state.
 */
export const dailyCounts = pgTable(
  "daily_counts",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    day: date().notNull(),
    by: text({ enum: ["all", "source", "country", "mail domain", "mail to signers", "mail to retailers"] }).notNull(),
    /** Beyond the day's largest it is "(other)"; a signature without a source has "(none)". */
    value: text().notNull(),
    created: integer().notNull().default(0),
    confirmed: integer().notNull().default(0),
  },
  (table) => [primaryKey({ name: "one_count_per_day", columns: [table.campaignId, table.by, table.day, table.value] })],
);

/** Mail to one target by the day it was written, by state; test copies are not among it. */
export const targetMailCounts = pgTable(
  "target_mail_counts",
  {
    targetId: uuid().notNull().references(() => targets.id, { onDelete: "cascade" }),
    day: date().notNull(),
    state: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ name: "one_mail_count_per_state", columns: [table.targetId, table.day, table.state] })],
);

/** Messages to one target that its confirmed signers let go and that have not left, and those opened in their own mail programs. */
export const targetCounts = pgTable("target_counts", {
  targetId: uuid().primaryKey().references(() => targets.id, { onDelete: "cascade" }),
  waiting: integer().notNull(),
  oldestWaitingAt: instant(),
  opened: integer().notNull(),
  countedAt: instant().notNull(),
  /** Not counted anew before then: what takes long is counted seldom. */
  restsUntil: instant().notNull(),
});

/** Which days have been counted, and which are to be counted anew. */
export const countedDays = pgTable(
  "counted_days",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    day: date().notNull(),
    /** When something of it was seen to have changed since it was counted; null when nothing has. */
    touchedAt: instant(),
    countedAt: instant(),
    restsUntil: instant(),
  },
  (table) => [
    primaryKey({ name: "one_counted_day", columns: [table.campaignId, table.day] }),
    index("days_to_count").on(table.day).where(sql`touched_at is not null`),
  ],
);

/** How far the clock has looked for changes, per campaign; one without a row has never been counted. */
export const countMarks = pgTable("count_marks", {
  campaignId: uuid().primaryKey().references(() => campaigns.id, { onDelete: "cascade" }),
  lookedThrough: instant().notNull(),
});
