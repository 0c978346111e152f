import { bigint, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { bytes, createdAt, instant, key } from "./columns.ts";
import { jobs } from "./jobs.ts";
import { organizers } from "./organizers.ts";

/** A file of signatures from elsewhere: sent, its columns told, checked, brought in. The row outlives the file. */
export const signatureImports = pgTable(
  "signature_imports",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** What the file was called where it came from. */
    title: text().notNull(),
    uploadedBy: uuid().notNull().references(() => organizers.id),
    createdAt: createdAt(),
    /** When the whole file was here; null while it comes, and of one that broke off, which the clock drops. */
    receivedAt: instant(),
    bytes: bigint({ mode: "number" }).notNull().default(0),
    encoding: text({ enum: ["utf-8", "windows-1252"] }).notNull().default("utf-8"),
    delimiter: text({ enum: [",", ";", "\t"] }).notNull().default(","),
    /** The fields of the header row. */
    header: jsonb().$type<string[]>().notNull().default([]),
    /** Which column is what; see `Mapping` of app/imports/mapping.ts. Null until it was told. */
    mapping: jsonb().$type<unknown>(),
    /** The newest dry run, by this mapping. */
    checkJobId: uuid(),
    /** The job that brought it in; one file is brought in once. */
    importJobId: uuid(),
    /** How its signatures enter: each confirms by mail, or they were confirmed elsewhere, as the note tells. */
    way: text({ enum: ["mail", "elsewhere"] }),
    verification: text(),
    source: text(),
    /** Signatures of it that are confirmed, as the clock counted them last. */
    confirmed: integer().notNull().default(0),
    countedAt: instant(),
    /** Not counted anew before then: what takes long is counted seldom. */
    restsUntil: instant(),
    /** When the file and its faults were dropped. */
    droppedAt: instant(),
  },
  (table) => [index("signature_imports_by_campaign").on(table.campaignId, table.id)],
);

/** The file in pieces, so that neither receiving nor reading it needs more memory than one. */
export const importPieces = pgTable(
  "import_pieces",
  {
    importId: uuid().notNull().references(() => signatureImports.id, { onDelete: "cascade" }),
    /** Of its first byte in the file. */
    position: bigint({ mode: "number" }).notNull(),
    content: bytes().notNull(),
  },
  (table) => [primaryKey({ name: "one_import_piece_per_position", columns: [table.importId, table.position] })],
);

/** What a dry run found wrong: where and why, and never what stood there. */
export const importFaults = pgTable(
  "import_faults",
  {
    jobId: uuid().notNull().references(() => jobs.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    line: integer().notNull(),
    /** As the header has it; empty for the row as a whole. */
    column: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ name: "one_fault_per_position", columns: [table.jobId, table.position] })],
);

/** Whom a dry run has met so far: hashes of addresses and names, dropped with its last step. */
export const importKeys = pgTable(
  "import_keys",
  {
    jobId: uuid().notNull().references(() => jobs.id, { onDelete: "cascade" }),
    person: uuid().notNull(),
    seat: smallint().notNull(),
    name: uuid().notNull(),
  },
  (table) => [primaryKey({ name: "one_import_key_per_seat", columns: [table.jobId, table.person, table.seat] })],
);
