import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";

export const contactState = pgEnum("contact_state", ["new", "working", "bouncing", "wrong", "retired"]);

/** A company in the directory that all campaigns share. */
export const retailers = pgTable(
  "retailers",
  {
    id: key(),
    slug: text().notNull().unique("one_retailer_per_slug"),
    name: text().notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    websiteUrl: text(),
    isSample: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    index("retailers_listed").on(table.isSample, sql`lower(name) collate "C"`, table.id),
    index("retailers_listed_by_country").on(table.isSample, table.country, sql`lower(name) collate "C"`, table.id),
  ],
);

/** One address of a retailer. */
export const contacts = pgTable(
  "contacts",
  {
    id: key(),
    retailerId: uuid().notNull().references(() => retailers.id, { onDelete: "cascade" }),
    /** What the address is for, e.g. "Customer care". */
    role: text().notNull(),
    email: text().notNull(),
    state: contactState().notNull().default("new"),
    stateReason: text(),
    stateChangedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("one_contact_per_address").on(table.retailerId, sql`lower(${table.email})`),
  ],
);

/** A retailer in one campaign. */
export const targets = pgTable(
  "targets",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    retailerId: uuid().notNull().references(() => retailers.id),
    position: integer().notNull(),
    /** When the letter reached or was publicly addressed to it; the days of silence count from here. */
    askedOn: date(),
    pausedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [unique("one_target_per_retailer").on(table.campaignId, table.retailerId)],
);
