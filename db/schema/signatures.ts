import { type SQL, sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey, smallint, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns, coSigners } from "./campaigns.ts";
import { createdAt, instant, key } from "./columns.ts";
import { letterVersions } from "./letters.ts";

export const signatureState = pgEnum("signature_state", ["pending", "confirmed", "withdrawn", "suspect", "removed"]);
export const signatureLinkPurpose = pgEnum("signature_link_purpose", ["confirm", "me"]);

/** One person's name under one campaign. */
export const signatures = pgTable(
  "signatures",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id),
    letterVersionId: uuid().notNull().references(() => letterVersions.id),
    name: text().notNull(),
    /** As it was typed: where mail goes. */
    email: text().notNull(),
    /** As its provider reads it: who it is. See app/signatures/canonical-email.ts. */
    canonicalEmail: text().notNull(),
    /** 1; or 2 for the second person at an address that two share, where the campaign allows it. */
    seat: smallint().notNull().default(1),
    /** The name as `foldName` of app/signatures/fold-name.ts has it: tells two who share an address apart. */
    nameKey: text().notNull().default(""),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    postcode: text(),
    comment: text(),
    /** What a reviewer made of the comment as it stands; null while nobody has looked, and again once it is changed. */
    commentReview: text({ enum: ["shown", "declined"] }),
    isNameShown: boolean().notNull(),
    /** What `?from=` said on the letter's address when it was signed, e.g. "newsletter"; null when nothing did. */
    source: text(),
    state: signatureState().notNull().default("pending"),
    /** How many confirmation mails this signature has caused, and when the last one was; both bound the next. */
    mailCount: integer().notNull().default(1),
    mailedAt: instant().notNull().defaultNow(),
    /** When its owner was reminded, once, that it waits for them. */
    remindedAt: instant(),
    createdAt: createdAt(),
    /** When it was first confirmed; a signature withdrawn and confirmed anew keeps its place. */
    confirmedAt: instant(),
    withdrawnAt: instant(),
    removedAt: instant(),
    removalReason: text(),
    /** Its state before it was removed, to which restoring leads back. */
    removedFrom: signatureState(),
    /** The job that removed it among others, so that just those can be restored; null when it was removed alone. */
    removalJobId: uuid(),
    /** Why it was found suspect: names of app/signatures/screening/suspicions.ts, joined by commas; kept when it was released or removed. */
    suspicion: text(),
    /** The job that brought it in from a file; null when it was signed here. */
    importJobId: uuid(),
    /** The last step of its life: tells the tally which minutes to count anew. */
    stateChangedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    unique("one_signature_per_person").on(table.campaignId, table.canonicalEmail, table.seat),
    // Every index is written twice for each signature, when it is asked for and when it is confirmed: whoever needs
    // another first looks whether one of these will do. Those shown and those hidden are two stretches of one index.
    index("confirmed_signatures").on(table.campaignId, table.isNameShown, table.confirmedAt, table.id).where(sql`state = 'confirmed'`),
    // Of those whose last change was that they were confirmed, the index above tells.
    index("signatures_by_change").on(table.campaignId, table.stateChangedAt).where(hasChangedSince()),
    // The desk's list, and the clock's days: each filter that may stand is a column before the order. See app/desk/lists/signatures-list.server.ts.
    index("signatures_listed").on(table.campaignId, table.state, table.isNameShown, hasComment(), table.createdAt, table.id),
    index("signatures_listed_by_country")
      .on(table.campaignId, table.country, table.state, table.isNameShown, hasComment(), table.createdAt, table.id),
    index("signatures_listed_by_source")
      .on(table.campaignId, table.source, table.state, table.isNameShown, hasComment(), table.createdAt, table.id)
      .where(sql`source is not null`),
    index("signatures_listed_by_name").on(table.campaignId, sql`lower(name) collate "C"`, table.id),
    // Requests that are mailed once, as almost all are, are found by the list's index; signing does not write this one.
    index("requests_mailed_again").on(table.campaignId, table.mailedAt).where(sql`state = 'pending' and mailed_at <> created_at`),
    // Only what can be shown is reviewed, and that is a small part of all.
    index("comments_to_review").on(table.campaignId, table.confirmedAt, table.id).where(canBeReviewed(sql`comment_review is null`)),
    index("comments_reviewed").on(table.campaignId, table.commentReview, table.confirmedAt, table.id).where(canBeReviewed(sql`comment_review is not null`)),
    // Only what was found suspect is in it: an honest signing is not written here.
    index("signatures_listed_by_suspicion").on(table.campaignId, table.suspicion, table.state, table.createdAt, table.id).where(sql`suspicion is not null`),
    index("signatures_by_removal").on(table.removalJobId, table.id).where(sql`removal_job_id is not null`),
    // None of those that are signed here is in it.
    index("signatures_by_import").on(table.importJobId, table.state, table.id).where(sql`import_job_id is not null`),
  ],
);

/** What the index holds and the query must say in the same words. */
function hasComment() {
  return sql`(comment is not null)`;
}

function canBeReviewed(review: SQL) {
  return sql`state = 'confirmed' and is_name_shown and comment is not null and ${review}`;
}

/** Changed after it was first confirmed. Together with the confirmed ones these are all that ever were; see app/signatures/stretches.server.ts. */
function hasChangedSince() {
  return sql`confirmed_at is not null and (state <> 'confirmed' or state_changed_at <> confirmed_at)`;
}

/** A mailed link to a signature: only its hash is kept. */
export const signatureLinks = pgTable(
  "signature_links",
  {
    tokenHash: text().primaryKey(),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    purpose: signatureLinkPurpose().notNull(),
    /** The six digits of the same mail, keyed with SESSION_SECRET; null where the mail has none. */
    codeHash: text(),
    /** Wrong codes typed; at MAX_CODE_TRIES the code is dead and the link still works. */
    codeTries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("signature_links_by_signature").on(table.signatureId, table.createdAt)],
);

/**
 * A browser that typed an address into a form. It names the address and not the signature, so that new and
 * repeated signings write the same row; until the address is proven it may only leave messages that wait.
 */
export const signerSessions = pgTable("signer_sessions", {
  tokenHash: text().primaryKey(),
  campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
  canonicalEmail: text().notNull(),
  /** As typed in this browser. Until the address is proven nothing else about its owner is shown here. */
  email: text().notNull(),
  name: text().notNull(),
  /** As in `signatures`. */
  nameKey: text().notNull().default(""),
  country: text().notNull(),
  provenAt: instant(),
  /** When this browser last asked for its mail again. */
  mailAskedAt: instant(),
  expiresAt: instant().notNull(),
  createdAt: createdAt(),
});

export const consents = pgTable(
  "consents",
  {
    id: key(),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    /** "partner": that name and address are told to an organisation that co-signs. */
    kind: text({ enum: ["updates", "partner"] }).notNull(),
    coSignerId: uuid().references(() => coSigners.id, { onDelete: "cascade" }),
    /** The sentence beside the box, as it stood then. */
    wording: text().notNull(),
    givenAt: instant().notNull().defaultNow(),
    withdrawnAt: instant(),
  },
  // One that was stopped stays, with its wording and its days, beside the one that stands.
  (table) => [
    uniqueIndex("one_standing_consent_per_kind").on(table.signatureId, table.kind).where(sql`withdrawn_at is null and co_signer_id is null`),
    uniqueIndex("one_standing_consent_per_partner").on(table.signatureId, table.coSignerId).where(sql`withdrawn_at is null and co_signer_id is not null`),
    index("consents_by_signature").on(table.signatureId),
    index("consents_to_partners").on(table.coSignerId, table.id).where(sql`co_signer_id is not null`),
    check("only_partners_are_named", sql`(kind = 'partner') = (co_signer_id is not null)`),
  ],
);

/** Confirmed signatures by the minute, written by the clock alone: no row that every signer updates. */
export const signatureTallies = pgTable(
  "signature_tallies",
  {
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    minute: instant().notNull(),
    confirmed: integer().notNull(),
  },
  (table) => [primaryKey({ name: "one_tally_per_minute", columns: [table.campaignId, table.minute] })],
);

/** How far the tallies reach, per campaign: what was confirmed later is counted from the signatures themselves. */
export const tallyMarks = pgTable("tally_marks", {
  campaignId: uuid().primaryKey().references(() => campaigns.id, { onDelete: "cascade" }),
  total: integer().notNull(),
  countedThrough: instant().notNull(),
});
