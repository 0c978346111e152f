import { boolean, date, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, key } from "./columns.ts";
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
  openedAt: instant(),
  closedAt: instant(),
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
  openedAt: campaigns.openedAt,
  closedAt: campaigns.closedAt,
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
    summary: text().notNull(),
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
  },
  (table) => [unique("one_co_signer_per_name").on(table.campaignId, table.name)],
);
