import { sql } from "drizzle-orm";
import { boolean, check, date, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, instant, key } from "./columns.ts";
import { frameworks } from "./frameworks.ts";

export const campaignState = pgEnum("campaign_state", ["draft", "open", "paused", "closed", "archived"]);

export const campaigns = pgTable("campaigns", {
  id: key(),
  slug: text().notNull().unique("one_campaign_per_slug"),
  /** What the cause is called on the desk and in mail, e.g. "Dear retailers". */
  name: text().notNull(),
  state: campaignState().notNull().default("draft"),
  /** A sample has made-up retailers and says so on every page. */
  isSample: boolean().notNull().default(false),
  /** In test mode the demands go to the campaign's organizers, marked so, and wait for the real day. */
  isInTestMode: boolean().notNull().default(true),
  goal: integer().notNull(),
  frameworkId: uuid().references(() => frameworks.id),
  /** Liquid templates that a signer's message starts from; see app/messages/template.ts. */
  messageSubject: text().notNull(),
  messageTemplate: text().notNull(),
  updatesConsentWording: text().notNull(),
  privacyContact: text().notNull(),
  /** The language that the letter's own address shows, BCP 47; others are asked for by `?lang=`. */
  language: text().notNull().default("en"),
  /** The name in the From of mail to signers; the address is the house's own. Empty: the campaign's name. */
  senderName: text().notNull().default(""),
  /** After how many days a request that nobody confirmed is forgotten. */
  unconfirmedDays: integer().notNull().default(30),
  /** After how many days without an answer the one reminder is mailed; null mails none. */
  remindAfterDays: integer().default(3),
  /** How many days after closing signers' names and addresses are erased and only counts kept; null keeps them until they are withdrawn. */
  keptDaysAfterClosing: integer().default(365),
  /** Two people with one address may both sign, when their names differ. */
  sharesAddresses: boolean().notNull().default(false),
  /** Whoever signs proves some work of their machine, or answers a question: switched on under attack. */
  asksForProof: boolean().notNull().default(false),
  /** Each signer whose signature was confirmed gets a mail with their receipt; without it the receipt is on their own page alone. */
  mailsReceipts: boolean().notNull().default(true),
  /** How signings are looked at, where it is not as the house does by itself: read by app/signatures/screening/limits.ts. */
  screening: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  /** "#rrggbb", checked for contrast when it is set; null is the house's own. */
  accent: text(),
  /** Of a row of `files`. */
  logoHash: text(),
  /** When the clock opens or closes it; emptied once that is done. */
  opensAt: instant(),
  closesAt: instant(),
  /** Markdown, shown in the place of the form once the campaign is closed; the second when it is also won. */
  closingMessage: text().notNull().default(""),
  victoryMessage: text().notNull().default(""),
  isWon: boolean().notNull().default(false),
  /** Who works at this campaign's desk has given a second step (a passkey or a code) in the same session. */
  requiresSecondStep: boolean().notNull().default(false),
  /** Counts the changes of settings and demands, so that two people do not write over each other. */
  revision: integer().notNull().default(1),
  openedAt: instant(),
  closedAt: instant(),
  /** How far the clock has erased signers after closing: the last signature done; null before it began. */
  erasedThrough: uuid(),
  /** When it was done with all of them. */
  erasedAt: instant(),
  createdAt: createdAt(),
});

/**
 * Every address that a campaign ever had, kept by a trigger on `campaigns` (see the migration): an old one leads to
 * the campaign's present one, and nobody else can take it.
 */
export const campaignSlugs = pgTable("campaign_slugs", {
  slug: text().primaryKey(),
  campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});

/** What is read of a campaign wherever one is found. */
export const campaignColumns = {
  id: campaigns.id,
  slug: campaigns.slug,
  name: campaigns.name,
  state: campaigns.state,
  isSample: campaigns.isSample,
  isInTestMode: campaigns.isInTestMode,
  goal: campaigns.goal,
  frameworkId: campaigns.frameworkId,
  messageSubject: campaigns.messageSubject,
  messageTemplate: campaigns.messageTemplate,
  updatesConsentWording: campaigns.updatesConsentWording,
  privacyContact: campaigns.privacyContact,
  language: campaigns.language,
  senderName: campaigns.senderName,
  unconfirmedDays: campaigns.unconfirmedDays,
  remindAfterDays: campaigns.remindAfterDays,
  keptDaysAfterClosing: campaigns.keptDaysAfterClosing,
  sharesAddresses: campaigns.sharesAddresses,
  asksForProof: campaigns.asksForProof,
  mailsReceipts: campaigns.mailsReceipts,
  accent: campaigns.accent,
  logoHash: campaigns.logoHash,
  opensAt: campaigns.opensAt,
  closesAt: campaigns.closesAt,
  closingMessage: campaigns.closingMessage,
  victoryMessage: campaigns.victoryMessage,
  isWon: campaigns.isWon,
  requiresSecondStep: campaigns.requiresSecondStep,
  revision: campaigns.revision,
  openedAt: campaigns.openedAt,
  closedAt: campaigns.closedAt,
  erasedThrough: campaigns.erasedThrough,
  erasedAt: campaigns.erasedAt,
};

/** One thing asked of every target. */
export const demands = pgTable(
  "demands",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    slug: text().notNull(),
    position: integer().notNull(),
    /** In the imperative, e.g. "Endorse the standards in public". */
    title: text().notNull(),
    /** Two or three words for a column's head, e.g. "Endorse". */
    shortTitle: text().notNull(),
    /** One sentence that says it whole. */
    summary: text().notNull(),
    /** Why it is asked, in a sentence or two; may be empty. */
    why: text().notNull().default(""),
    /** The standard it rests on, where there is one to link to. */
    standardUrl: text(),
  },
  (table) => [
    unique("one_demand_per_slug").on(table.campaignId, table.slug),
    unique("one_demand_per_position").on(table.campaignId, table.position),
  ],
);

/** An organisation that signs the letter. Counts are derived from these rows, never typed. */
export const coSigners = pgTable(
  "co_signers",
  {
    id: key(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    name: text().notNull(),
    url: text(),
    joinedOn: date().notNull(),
    /** What its own link to the letter is called, and the source of those who sign by it; null while it has none. */
    partner: text(),
  },
  (table) => [unique("one_co_signer_per_name").on(table.campaignId, table.name), unique("one_co_signer_per_link").on(table.campaignId, table.partner)],
);

/** Small files that the public may see: logos, pictures for the press. The name is the content's SHA-256, so it never changes. */
export const files = pgTable(
  "files",
  {
    hash: text().primaryKey(),
    mediaType: text({ enum: ["image/png", "image/jpeg", "image/webp"] }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    content: bytes().notNull(),
    createdAt: createdAt(),
  },
  (table) => [check("files_are_small", sql`octet_length(${table.content}) <= 2000000`)],
);
