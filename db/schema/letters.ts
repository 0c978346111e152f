import { date, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";

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
    publishedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [unique("one_letter_version_per_number").on(table.campaignId, table.language, table.number)],
);
