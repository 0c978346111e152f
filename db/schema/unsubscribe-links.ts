import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, key } from "./columns.ts";
import { signatures } from "./signatures.ts";

/**
 * The way out of one sort of mail for one signer: what `List-Unsubscribe` of those mails names, and whether it was
 * taken. The token is made from the id with SESSION_SECRET, so that every mail of the sort bears the same one; a row
 * that goes ends it.
 */
export const unsubscribeLinks = pgTable(
  "unsubscribe_links",
  {
    id: key(),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    /** A name of emails/mail-sorts.ts. */
    sort: text().notNull(),
    tokenHash: text().notNull().unique("one_unsubscribe_link_per_token"),
    /** Since when no mail of this sort goes to the signature's address in its campaign; null while it does. */
    stoppedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [unique("one_unsubscribe_link_per_sort").on(table.signatureId, table.sort)],
);
