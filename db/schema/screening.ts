import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";
import { organizers } from "./organizers.ts";

/** Mail domains and networks that a campaign's organizers block, or allow whatever the other rules say. */
export const screeningRules = pgTable(
  "screening_rules",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    kind: text({ enum: ["mail domain", "network"] }).notNull(),
    verdict: text({ enum: ["block", "allow"] }).notNull(),
    /** As `readScreeningValue` of app/signatures/screening/screening-rule.ts writes it: "mail.example", "203.0.113.0/24". */
    value: text().notNull(),
    note: text().notNull().default(""),
    createdBy: uuid().references(() => organizers.id),
    createdAt: createdAt(),
  },
  (table) => [unique("one_screening_rule_per_value").on(table.campaignId, table.kind, table.value)],
);

/** Proofs of work and answered questions that were brought, each good for one signature; forgotten when nobody could bring them any more. */
export const spentProofs = pgTable("spent_proofs", {
  /** As in `signings.proof`. */
  proof: text().primaryKey(),
  /** Whose it is: no reference, for it stays spent when the signature is erased. */
  signatureId: uuid().notNull(),
  expiresAt: instant().notNull(),
});
