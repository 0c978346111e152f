import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";
import { organizers } from "./organizers.ts";

/** Signatures on paper, by sheet or stall: a number that organizers vouch for. A correction changes the row; the log keeps what stood there. */
export const paperCounts = pgTable(
  "paper_counts",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** E.g. "Market square, Leeds". */
    place: text().notNull(),
    countedOn: date().notNull(),
    number: integer().notNull(),
    note: text().notNull().default(""),
    recordedBy: uuid().notNull().references(() => organizers.id),
    createdAt: createdAt(),
    /** Removed, it no longer counts and stays to be read. */
    removedAt: instant(),
    removedBy: uuid().references(() => organizers.id),
    removalReason: text(),
  },
  (table) => [
    index("paper_counts_by_day").on(table.campaignId, table.countedOn, table.id),
    check("a_paper_count_is_positive", sql`number > 0`),
  ],
);
