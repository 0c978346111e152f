import { sql } from "drizzle-orm";
import { bigint, date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { instant, key } from "./columns.ts";
import { organizers } from "./organizers.ts";

/** How many signatures of a campaign do not count, and why. The clock alone writes it; confirmed ones are in the tallies. */
export const stateCounts = pgTable("state_counts", {
  campaignId: uuid().primaryKey().references(() => campaigns.id, { onDelete: "cascade" }),
  pending: integer().notNull(),
  suspect: integer().notNull(),
  removed: integer().notNull(),
  withdrawn: integer().notNull(),
  countedAt: instant().notNull(),
  /** Not counted anew before then: what takes long is counted seldom. */
  restsUntil: instant().notNull(),
});

/**
 * One night's counting anew of all of a campaign's confirmed signatures, day by day, and what was found wrong. The row
 * is also how far it has come, so that a killed one is gone on with and two are one.
 */
export const reconciliations = pgTable(
  "reconciliations",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** The day (UTC) in whose night it is due; signatures confirmed before it are looked at. */
    night: date().notNull(),
    startedAt: instant().notNull(),
    /** Everything before it is counted anew; null before the first step. */
    through: instant(),
    endedAt: instant(),
    /** Confirmed signatures that were counted anew. */
    counted: bigint({ mode: "number" }).notNull().default(0),
    /** What the count had been, less what it should have been. */
    wrongBy: integer().notNull().default(0),
    /** Minutes of the count, hours of the graph and days of the desk's numbers that were wrong; faults can cancel each other out. */
    wrongMinutes: integer().notNull().default(0),
    wrongHours: integer().notNull().default(0),
    wrongDays: integer().notNull().default(0),
    /** Of those that do not count, when it ended: the public is told these once a night, see app/signatures/told-states.ts. */
    pending: integer(),
    suspect: integer(),
    removed: integer(),
    withdrawn: integer(),
    /** When an organizer had seen what was wrong, and who. */
    dismissedAt: instant(),
    dismissedBy: uuid().references(() => organizers.id),
  },
  (table) => [
    unique("one_reconciliation_a_night").on(table.campaignId, table.night),
    index("reconciliations_under_way").on(table.night).where(sql`ended_at is null`),
    index("reconciliations_that_found")
      .on(table.campaignId)
      .where(sql`dismissed_at is null and (wrong_by <> 0 or wrong_minutes <> 0 or wrong_hours <> 0 or wrong_days <> 0)`),
  ],
);

/** How far the clock has come in reminding, per campaign: through the signature that was asked for last, and whose id is the highest of that instant. */
export const reminderMarks = pgTable("reminder_marks", {
  campaignId: uuid().primaryKey().references(() => campaigns.id, { onDelete: "cascade" }),
  throughAt: instant().notNull(),
  throughId: uuid().notNull(),
});

/** What each round of the clock did last, whichever worker it was; written every few seconds for all of them at once. */
export const clockRounds = pgTable("clock_rounds", {
  /** As app/clock/schedule.ts has it. */
  name: text().primaryKey(),
  everySeconds: integer().notNull(),
  startedAt: instant(),
  endedAt: instant(),
  outcome: text({ enum: ["done", "failed"] }),
  /** The failure's reference in the log, and when it was; it stays until the round fails again. */
  error: text(),
  failedAt: instant(),
  /** When a worker last said that it has this round in hand. */
  notedAt: instant().notNull(),
});
