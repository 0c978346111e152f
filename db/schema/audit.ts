import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { instant, key } from "./columns.ts";
import { organizers } from "./organizers.ts";

/**
 * Who did what to what, before and after. Append-only: a trigger (see the migration) refuses every update and delete.
 * It holds nothing personal of signers, so that erasing one leaves nothing here to erase.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: key(),
    /** Null for what concerns the house or an organizer's own account. */
    campaignId: uuid().references(() => campaigns.id),
    /** Null when the clock or the command line did it. */
    organizerId: uuid().references(() => organizers.id),
    /** A verb of app/audit/words.ts. */
    act: text().notNull(),
    /** A word of product.md, e.g. "letter", and the key of the one meant. */
    subject: text().notNull(),
    subjectId: text().notNull(),
    /** What the subject is called, as it was then. */
    title: text().notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    index("audit_by_campaign").on(table.campaignId, table.id.desc()),
    index("audit_listed").on(table.campaignId, table.at, table.id),
    index("audit_listed_by_organizer").on(table.campaignId, table.organizerId, table.at, table.id),
    index("audit_listed_by_act").on(table.campaignId, table.act, table.subject, table.at, table.id),
    index("audit_listed_by_organizer_and_act").on(table.campaignId, table.organizerId, table.act, table.subject, table.at, table.id),
    index("audit_by_subject").on(table.campaignId, table.subject, table.subjectId, table.id.desc()),
  ],
);
