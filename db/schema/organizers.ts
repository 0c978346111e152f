import { index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";

export const organizerRole = pgEnum("organizer_role", ["owner", "organizer", "reviewer", "viewer"]);

export const organizers = pgTable("organizers", {
  id: key(),
  /** In lower case. */
  email: text().notNull().unique("one_organizer_per_address"),
  name: text().notNull(),
  createdAt: createdAt(),
});

export const memberships = pgTable(
  "memberships",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
    role: organizerRole().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "one_membership_per_organizer", columns: [table.campaignId, table.organizerId] }),
  ],
);

/** A mailed link to the desk: only its hash is kept, it works once, for 15 minutes. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    tokenHash: text().primaryKey(),
    organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("sign_in_links_by_organizer").on(table.organizerId, table.createdAt)],
);

export const organizerSessions = pgTable("organizer_sessions", {
  tokenHash: text().primaryKey(),
  organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
  expiresAt: instant().notNull(),
  createdAt: createdAt(),
});
