import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { instant } from "./columns.ts";
import { letterVersions } from "./letters.ts";
import { signatures } from "./signatures.ts";

/** That a signer was asked whether they agree to a material change, and what they said: once per change and signature. */
export const letterAskings = pgTable(
  "letter_askings",
  {
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    /** The version that made the change; one that only mends its spelling asks nothing of its own. */
    letterVersionId: uuid().notNull().references(() => letterVersions.id, { onDelete: "cascade" }),
    /** Null for one who agreed from their own page before the mail was written. */
    askedAt: instant(),
    agreedAt: instant(),
    /** What they had signed until then, and which text they read when they agreed; both null as long as they have not. */
    signedVersionId: uuid().references(() => letterVersions.id, { onDelete: "cascade" }),
    agreedVersionId: uuid().references(() => letterVersions.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ name: "one_asking_per_change", columns: [table.signatureId, table.letterVersionId] }),
    index("letter_agreements").on(table.letterVersionId, table.agreedAt).where(sql`agreed_at is not null`),
  ],
);

/** Confirmed signatures by the minute and the version they are under, written by the clock alone; see `signature_tallies`. */
export const versionTallies = pgTable(
  "version_tallies",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    minute: instant().notNull(),
    letterVersionId: uuid().notNull().references(() => letterVersions.id, { onDelete: "cascade" }),
    confirmed: integer().notNull(),
  },
  (table) => [primaryKey({ name: "one_tally_per_version_and_minute", columns: [table.campaignId, table.minute, table.letterVersionId] })],
);

/** How many confirmed signatures are under each version, of those that the tallies reach. */
export const versionCounts = pgTable("version_counts", {
  letterVersionId: uuid().primaryKey().references(() => letterVersions.id, { onDelete: "cascade" }),
  confirmed: integer().notNull(),
});

/** How far the tallies by version reach, per campaign with more than one version. */
export const versionMarks = pgTable("version_marks", {
  campaignId: uuid().primaryKey().references(() => campaigns.id, { onDelete: "cascade" }),
  countedThrough: instant().notNull(),
});

/** How far the asking about a material version has come. Written by the worker alone. */
export const askingMarks = pgTable("asking_marks", {
  letterVersionId: uuid().primaryKey().references(() => letterVersions.id, { onDelete: "cascade" }),
  asked: integer().notNull().default(0),
  /** Of those who agreed before `agreedThrough`; later ones are counted from the askings themselves. */
  agreed: integer().notNull().default(0),
  agreedThrough: instant(),
  /** All who had been confirmed by then were asked; null while the job goes on, or after it was cancelled. */
  askedThrough: instant(),
});
