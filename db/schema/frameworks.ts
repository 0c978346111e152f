import { date, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, key } from "./columns.ts";

/** A published set of standards. A later edition is a row of its own. */
export const frameworks = pgTable("frameworks", {
  id: key(),
  slug: text().notNull().unique("one_framework_per_slug"),
  title: text().notNull(),
  edition: text().notNull(),
  publisher: text().notNull(),
  publishedOn: date(),
  sourceUrl: text().notNull(),
  createdAt: createdAt(),
});

export const criteria = pgTable(
  "criteria",
  {
    id: key(),
    frameworkId: uuid().notNull().references(() => frameworks.id),
    slug: text().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    points: jsonb().$type<string[]>().notNull().default([]),
  },
  (table) => [
    unique("one_criterion_per_slug").on(table.frameworkId, table.slug),
    unique("one_criterion_per_position").on(table.frameworkId, table.position),
  ],
);
