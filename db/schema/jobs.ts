import { sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { bytes, createdAt, instant, key } from "./columns.ts";
import { organizers } from "./organizers.ts";

export const jobState = pgEnum("job_state", ["waiting", "running", "done", "failed", "cancelled"]);

/**
 * Long work of the worker. It goes in steps; a step is one transaction that holds the job's row, does its part and
 * moves the cursor, so that a killed worker loses nothing and does nothing twice.
 */
export const jobs = pgTable(
  "jobs",
  {
    /** Made by the form that asks for it, so that a second click is the same job. */
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** A name of app/clock/job-kinds.ts. */
    kind: text().notNull(),
    title: text().notNull(),
    input: jsonb().$type<Record<string, unknown>>().notNull(),
    state: jobState().notNull().default("waiting"),
    requestedBy: uuid().notNull().references(() => organizers.id),
    /** Where the next step begins; null at the start. */
    cursor: jsonb().$type<unknown>(),
    done: integer().notNull().default(0),
    /** Null as long as nobody has counted. */
    total: integer(),
    result: jsonb().$type<Record<string, unknown>>(),
    error: text(),
    /** Steps that failed one after the other. */
    failures: integer().notNull().default(0),
    /** The next step's turn: jobs take turns, and one whose step failed waits a while. */
    nextStepAt: instant().notNull().defaultNow(),
    startedAt: instant(),
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    index("jobs_to_do").on(table.nextStepAt).where(sql`state in ('waiting', 'running')`),
    index("jobs_by_campaign").on(table.campaignId, table.id.desc()),
  ],
);

/** What a job said on its way. */
export const jobNotes = pgTable(
  "job_notes",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    jobId: uuid().notNull().references(() => jobs.id, { onDelete: "cascade" }),
    text: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [index("job_notes_by_job").on(table.jobId, table.id)],
);

/** The file that a job makes, in pieces, so that neither making nor downloading it needs more memory than one. */
export const jobPieces = pgTable(
  "job_pieces",
  {
    jobId: uuid().notNull().references(() => jobs.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    content: bytes().notNull(),
  },
  (table) => [primaryKey({ name: "one_piece_per_position", columns: [table.jobId, table.position] })],
);
