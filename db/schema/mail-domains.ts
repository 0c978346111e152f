import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { createdAt, instant, key } from "./columns.ts";

/** How a mail provider reads addresses, by domain: shared by all campaigns of the house. See app/signatures/canonical-email.ts. */
export const mailDomains = pgTable("mail_domains", {
  /** In lower case, as DNS has it. */
  domain: text().primaryKey(),
  /** The same mailboxes under the provider's main name; the domain itself where it has no other. */
  canonicalDomain: text().notNull(),
  ignoresDots: boolean().notNull().default(false),
  /** What begins a tag that the provider drops. */
  tag: text({ enum: ["+", "-"] }),
  updatedAt: instant().notNull().defaultNow(),
});

/** A rule that changed: addresses that were stored before are compared anew by the clock. */
export const mailDomainChanges = pgTable(
  "mail_domain_changes",
  {
    id: key(),
    domain: text().notNull(),
    /** The last signature that was looked at; null before it began. */
    through: uuid(),
    lookedAt: integer().notNull().default(0),
    /** Addresses that read otherwise now, and signatures found to be of somebody who had signed. */
    changed: integer().notNull().default(0),
    doubled: integer().notNull().default(0),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (table) => [index("mail_domain_changes_to_apply").on(table.id).where(sql`ended_at is null`)],
);
