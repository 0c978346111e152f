import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns, coSigners } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";

/** An organisation that asks to sign the letter: asked → confirmed → approved or declined. */
export const coSignRequests = pgTable(
  "co_sign_requests",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** The registrable domain of its web site, to which its mail belongs too. */
    siteDomain: text().notNull(),
    organisation: text().notNull(),
    url: text().notNull(),
    /** Of the person who asks; emptied once the organizers have decided. */
    contactName: text().notNull(),
    contactRole: text().notNull(),
    email: text().notNull(),
    why: text(),
    state: text({ enum: ["asked", "confirmed", "approved", "declined"] }).notNull().default("asked"),
    /** Of the link in the newest mail. */
    tokenHash: text().notNull().unique("one_co_sign_request_per_token"),
    /** When that was mailed: bounds the next, and tells when an unconfirmed one is forgotten. */
    mailedAt: instant().notNull(),
    createdAt: createdAt(),
    confirmedAt: instant(),
    decidedAt: instant(),
    coSignerId: uuid().references(() => coSigners.id, { onDelete: "set null" }),
  },
  (table) => [
    uniqueIndex("one_open_request_per_site").on(table.campaignId, table.siteDomain).where(sql`state in ('asked', 'confirmed')`),
    index("co_sign_requests_by_state").on(table.campaignId, table.state, table.confirmedAt),
  ],
);

/** A co-signer with somebody to mail: their own page, by a link of which only the hash is kept. */
export const partners = pgTable("partners", {
  coSignerId: uuid().primaryKey().references(() => coSigners.id, { onDelete: "cascade" }),
  tokenHash: text().notNull().unique("one_partner_per_token"),
  contactName: text().notNull(),
  email: text().notNull(),
  /** The six digits that were mailed last, keyed with SESSION_SECRET; null once they were used. */
  codeHash: text(),
  codeTries: integer().notNull().default(0),
  codeMailedAt: instant(),
  /** The file is taken once; taking it makes this false, and an organizer makes it true again. */
  mayDownload: boolean().notNull().default(true),
  downloadedAt: instant(),
  createdAt: createdAt(),
});
