import { sql } from "drizzle-orm";
import { boolean, date, foreignKey, integer, pgTable, primaryKey, smallint, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { bytes, createdAt, instant } from "./columns.ts";
import { signatures } from "./signatures.ts";

/**
 * The public register of a campaign's signatures: append-only by a trigger (see the migration), written by the clock
 * alone. It holds nothing from which a person can be recognised. docs/verify.md says what each field means.
 */
export const registerEntries = pgTable(
  "register_entries",
  {
    campaignId: uuid().notNull().references(() => campaigns.id),
    /** From 0, without gaps. */
    position: integer().notNull(),
    kind: text({ enum: ["confirmed", "imported", "ended", "again"] }).notNull(),
    /** "2026-11-24T10Z": no finer, so that an entry does not tell whose it is to one who saw somebody sign. */
    hour: text().notNull(),
    /** Of "confirmed" and "imported". */
    commitment: bytes(),
    /** Of "ended" and "again": the position of the signature that is meant. */
    meant: integer(),
  },
  (table) => [primaryKey({ name: "one_entry_per_position", columns: [table.campaignId, table.position] })],
);

/**
 * What opens an entry, and whose it is: erased with its signer, and the register stays as it is. Where a signature goes
 * that was counted, a trigger (see the migration) sees to it that the register says so.
 */
export const registerSecrets = pgTable(
  "register_secrets",
  {
    campaignId: uuid().notNull(),
    position: integer().notNull(),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    secret: bytes().notNull(),
    /** What was committed to, as it was then: see `Committed` of app/register/entry.ts. */
    letter: text().notNull(),
    country: text().notNull(),
    confirmedOn: text().notNull(),
    owner: bytes().notNull(),
    /** What the register says by now: entered and not ended, or brought back. */
    isCounted: boolean().notNull().default(true),
  },
  (table) => [
    primaryKey({ name: "one_secret_per_entry", columns: [table.campaignId, table.position] }),
    unique("one_entry_per_signature").on(table.signatureId),
    foreignKey({ name: "register_secrets_of_entries", columns: [table.campaignId, table.position], foreignColumns: [registerEntries.campaignId, registerEntries.position] }),
  ],
);

/** Entries whose signature is gone and is yet to be counted out; written by the trigger, emptied by the clock. */
export const registerEndings = pgTable(
  "register_endings",
  {
    campaignId: uuid().notNull(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ name: "one_ending_per_entry", columns: [table.campaignId, table.position] })],
);

/** Complete nodes of the tree from the level KEPT_FROM_LEVEL up; those below are hashed from the entries when they are asked for. Append-only. */
export const registerNodes = pgTable(
  "register_nodes",
  {
    campaignId: uuid().notNull().references(() => campaigns.id),
    level: smallint().notNull(),
    place: integer().notNull(),
    hash: bytes().notNull(),
  },
  (table) => [primaryKey({ name: "one_node_per_place", columns: [table.campaignId, table.level, table.place] })],
);

/** The house's keys: made by the clock, one in use. What a retired one has signed stays valid. */
export const registerKeys = pgTable(
  "register_keys",
  {
    /** The first sixteen digits of the public key's SHA-256. */
    id: text().primaryKey(),
    publicKey: bytes().notNull(),
    /** Sealed with SESSION_SECRET. */
    sealedPrivateKey: bytes().notNull(),
    createdAt: createdAt(),
    retiredAt: instant(),
  },
  (table) => [uniqueIndex("one_key_in_use").on(sql`(true)`).where(sql`${table.retiredAt} is null`)],
);

/** Signed states of a register. Append-only: what was published can be compared for ever. */
export const registerHeads = pgTable(
  "register_heads",
  {
    campaignId: uuid().notNull().references(() => campaigns.id),
    size: integer().notNull(),
    root: bytes().notNull(),
    count: integer().notNull(),
    imported: integer().notNull(),
    signedAt: instant().notNull(),
    /** The day (UTC) that it closes; null for one between two days. */
    day: date(),
    keyId: text().notNull().references(() => registerKeys.id),
    signature: bytes().notNull(),
  },
  (table) => [
    primaryKey({ name: "one_head_per_state", columns: [table.campaignId, table.signedAt, table.size] }),
    uniqueIndex("one_head_per_day").on(table.campaignId, table.day).where(sql`day is not null`),
  ],
);

/** How far a register reaches, and how far the clock has looked. */
export const registerMarks = pgTable("register_marks", {
  campaignId: uuid().primaryKey().references(() => campaigns.id),
  size: integer().notNull().default(0),
  count: integer().notNull().default(0),
  imported: integer().notNull().default(0),
  /** Where the next round begins with signatures by their confirmation, and with those that changed since; the look-back is taken off. */
  lookedAtSignings: instant().notNull().default(sql`'-infinity'`),
  lookedAtChanges: instant().notNull().default(sql`'-infinity'`),
});
