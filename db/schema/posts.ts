import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns, files } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";

/** News of a campaign, dated and public. (Mail to signers is an update.) */
export const posts = pgTable(
  "posts",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** Its key until it is published, and from then on an address that stays. */
    slug: text().notNull(),
    title: text().notNull(),
    bodyMarkdown: text().notNull(),
    revision: integer().notNull().default(1),
    /** Null for a draft. */
    publishedAt: instant(),
    /** Taken back after it was public: its address says so, and its text is gone from there. */
    withdrawnAt: instant(),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("one_post_per_slug").on(table.campaignId, table.slug),
    index("published_posts").on(table.campaignId, table.publishedAt.desc()).where(sql`published_at is not null`),
  ],
);

/** Words that the press may print, with who gave leave for it. */
export const pressQuotes = pgTable("press_quotes", {
  id: key(),
  campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
  position: integer().notNull(),
  quote: text().notNull(),
  speaker: text().notNull(),
  /** What the speaker is, e.g. "Director, Consumers Together". */
  role: text().notNull(),
  /** How and when the speaker agreed to be quoted; for organizers only. */
  permission: text().notNull(),
  createdAt: createdAt(),
});

export const pressContacts = pgTable("press_contacts", {
  id: key(),
  campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
  position: integer().notNull(),
  name: text().notNull(),
  role: text().notNull(),
  email: text().notNull(),
  phone: text().notNull().default(""),
  createdAt: createdAt(),
});

export const pressImages = pgTable(
  "press_images",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    fileHash: text().notNull().references(() => files.hash),
    /** What it shows, for those who do not see it. */
    alt: text().notNull(),
    /** Who made it and under what terms it may be printed. */
    credit: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique("one_press_image_per_file").on(table.campaignId, table.fileHash)],
);
