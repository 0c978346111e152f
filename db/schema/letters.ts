import { sql } from "drizzle-orm";
import { boolean, check, date, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";
import { organizers } from "./organizers.ts";

/** The text of a campaign's letter. A published version never changes: an edit is the next number. */
export const letterVersions = pgTable(
  "letter_versions",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** BCP 47, e.g. "en". */
    language: text().notNull(),
    title: text().notNull(),
    /** Who it is to, as it stands above the letter. */
    addressees: text().notNull(),
    /** The date on the letter, which may be long before it was published here. */
    datedOn: date().notNull(),
    /** One or two sentences for the top of the page, search results and shares. */
    summary: text().notNull(),
    bodyMarkdown: text().notNull(),
    /** Where the facts come from, shown under the letter, as Markdown. */
    sourcesMarkdown: text().notNull().default(""),
    /** It changes what is asked or claimed: those who signed an earlier text in this language are asked again. */
    isMaterial: boolean().notNull().default(false),
    /** What changed against the version before, in the organizer's words, on one line. */
    changeSummary: text().notNull().default(""),
    publishedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("one_letter_version_per_number").on(table.campaignId, table.language, table.number),
    check("first_versions_change_nothing", sql`number > 1 or not is_material`),
  ],
);

/** What organizers write on, one per language. Publishing copies it into the next `letter_versions` row. */
export const letterDrafts = pgTable(
  "letter_drafts",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    language: text().notNull(),
    title: text().notNull().default(""),
    addressees: text().notNull().default(""),
    datedOn: date(),
    summary: text().notNull().default(""),
    bodyMarkdown: text().notNull().default(""),
    sourcesMarkdown: text().notNull().default(""),
    /** Counts its changes: a form that was opened at an older one does not write over the newer. */
    revision: integer().notNull().default(1),
    updatedBy: uuid().references(() => organizers.id),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: "one_letter_draft_per_language", columns: [table.campaignId, table.language] })],
);
