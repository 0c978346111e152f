import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { v7 } from "uuid";
import { bytes, createdAt, instant, key } from "./columns.ts";

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

/** A browser that is signed in. One that ended keeps its row until it would have expired, so that a form it still sends is kept for its owner. */
export const organizerSessions = pgTable(
  "organizer_sessions",
  {
    tokenHash: text().primaryKey(),
    /** Names it where its token must not stand, in the list of sessions. */
    id: uuid().notNull().unique("one_session_per_id").$defaultFn(() => v7()),
    organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    /** What the browser calls itself, in a few words, e.g. "Firefox on Android". */
    browser: text().notNull().default("a browser"),
    /** Within the minute; written at most once in one. */
    lastSeenAt: instant().notNull().defaultNow(),
    /** When the way in was last proven: by link, passkey or code. Dangerous acts ask for a recent one. */
    provenAt: instant().notNull().defaultNow(),
    /** When this session gave a second step: a passkey, or a link and a code. */
    secondStepAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("sessions_by_organizer").on(table.organizerId)],
);

/** A way in by WebAuthn. */
export const passkeys = pgTable(
  "passkeys",
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
    name: text().notNull(),
    publicKey: bytes().notNull(),
    counter: bigint({ mode: "number" }).notNull(),
    transports: jsonb().$type<string[]>().notNull().default([]),
    isBackedUp: boolean().notNull().default(false),
    lastUsedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("passkeys_by_organizer").on(table.organizerId)],
);

/** A question that a passkey answers once, within minutes. */
export const passkeyChallenges = pgTable("passkey_challenges", {
  /** SHA-256 of the challenge. */
  challengeHash: text().primaryKey(),
  /** Null when somebody signs in, for nobody is known yet. */
  organizerId: uuid().references(() => organizers.id, { onDelete: "cascade" }),
  expiresAt: instant().notNull(),
});

/** Codes of an authenticator app (RFC 6238) as the second step. */
export const totpSecrets = pgTable("totp_secrets", {
  organizerId: uuid().primaryKey().references(() => organizers.id, { onDelete: "cascade" }),
  /** AES-256-GCM under a key from SESSION_SECRET: nonce, tag and ciphertext. */
  sealedSecret: bytes().notNull(),
  /** Null until a first code has been typed; before that it opens nothing. */
  confirmedAt: instant(),
  /** The time step of the last code that was taken, so that none works twice. */
  lastStep: bigint({ mode: "number" }),
  tries: integer().notNull().default(0),
  triedAt: instant(),
  createdAt: createdAt(),
});

/** A place in a campaign's team, mailed to an address; only the hash of its link is kept, it works once. */
export const invitations = pgTable(
  "invitations",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** In lower case. */
    email: text().notNull(),
    role: organizerRole().notNull(),
    tokenHash: text().notNull().unique("one_invitation_per_token"),
    invitedBy: uuid().notNull().references(() => organizers.id),
    mailedAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("one_open_invitation_per_address")
      .on(table.campaignId, table.email)
      .where(sql`accepted_at is null and revoked_at is null`),
  ],
);

/** A form that was sent after its session had ended: shown to its owner after they sign in again. */
export const keptForms = pgTable("kept_forms", {
  id: key(),
  organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
  path: text().notNull(),
  fields: jsonb().$type<[string, string][]>().notNull(),
  expiresAt: instant().notNull(),
  createdAt: createdAt(),
});

/** A list's filters and order under a name, one organizer's own. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    organizerId: uuid().notNull().references(() => organizers.id, { onDelete: "cascade" }),
    /** Which list, e.g. "signatures". */
    list: text().notNull(),
    name: text().notNull(),
    /** As it stands in the URL after "?", without the page. */
    query: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique("one_view_per_name").on(table.campaignId, table.organizerId, table.list, table.name)],
);
