import { date, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { instant } from "./columns.ts";

/** Signatures and mail by the hour, counted by the clock, so that the desk never counts over the large tables. */
export const hourlyCounts = pgTable(
  "hourly_counts",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    hour: instant().notNull(),
    created: integer().notNull().default(0),
    confirmed: integer().notNull().default(0),
  },
  (table) => [primaryKey({ name: "one_count_per_hour", columns: [table.campaignId, table.hour] })],
);

/** The same by the day and by one of: source, country, mail domain of the signer; or, of mail, kind and state. */
export const dailyCounts = pgTable(
  "daily_counts",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    day: date().notNull(),
    by: text({ enum: ["source", "country", "mail domain", "mail to signers", "mail to retailers"] }).notNull(),
    /** Of the source, country or domain; of mail, the delivery's state. Those beyond the largest are "other". */
    value: text().notNull(),
    created: integer().notNull().default(0),
    confirmed: integer().notNull().default(0),
  },
  (table) => [primaryKey({ name: "one_count_per_day", columns: [table.campaignId, table.by, table.day, table.value] })],
);
