import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";
import { jobs } from "./jobs.ts";
import { signatures } from "./signatures.ts";

/** How many signings were looked at in a minute, by what was found: written by the worker with each batch, kept for some days. */
export const screeningCounts = pgTable(
  "screening_counts",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    minute: instant().notNull(),
    /** As in `signatures.suspicion`; empty where nothing was found. */
    suspicion: text().notNull(),
    signings: integer().notNull(),
    /** Those that were new signatures: where something was found, they wait for a human. */
    newSignings: integer().notNull(),
  },
  (table) => [primaryKey({ name: "one_count_per_minute_and_suspicion", columns: [table.campaignId, table.minute, table.suspicion] })],
);

/** What stood out among the signings of an hour; one row for each value and hour, kept for some days. */
export const screeningFindings = pgTable(
  "screening_findings",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    kind: text({ enum: ["network", "mail domain", "name"] }).notNull(),
    /** A network, a mail domain, or a name as `foldName` has it: the last is never told outside of the desk. */
    value: text().notNull(),
    hour: instant().notNull(),
    /** The most that were seen of it within an hour. */
    signings: integer().notNull(),
    /** Of all so many. */
    ofSignings: integer().notNull(),
    createdAt: createdAt(),
    /** When somebody at the desk said that they have seen it. */
    seenAt: instant(),
    mailedAt: instant(),
  },
  (table) => [
    unique("one_finding_per_hour").on(table.campaignId, table.kind, table.value, table.hour),
    index("findings_by_time").on(table.campaignId, table.createdAt),
  ],
);

/** When organizers were last told of unusual signings, so that they are told at most once an hour. */
export const screeningAlerts = pgTable("screening_alerts", {
  campaignId: uuid().primaryKey().references(() => campaigns.id, { onDelete: "cascade" }),
  mailedAt: instant().notNull(),
});

/** Which suspects a job released, so that just those can be held back again. */
export const signatureReleases = pgTable(
  "signature_releases",
  {
    jobId: uuid().notNull().references(() => jobs.id, { onDelete: "cascade" }),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ name: "one_release_per_job", columns: [table.jobId, table.signatureId] }),
    index("releases_by_signature").on(table.signatureId),
  ],
);
