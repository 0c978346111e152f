import { sql } from "drizzle-orm";
import { bigserial, boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { bytes, createdAt, instant } from "./columns.ts";
import { signatures } from "./signatures.ts";

/**
 * What was asked of the house by the form and waits for the worker: it looks at each as `screenSignings` tells, and
 * mails whoever is to be mailed. A row names the address and not the signature, so that new and repeated signings are
 * the same row.
 */
export const signings = pgTable(
  "signings",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    /** "released": an organizer found a suspect signature genuine, and so it is not looked at again. */
    kind: text({ enum: ["signing", "resend", "released"] }).notNull().default("signing"),
    canonicalEmail: text().notNull(),
    nameKey: text().notNull(),
    /** It made the signature; otherwise that was there. */
    isNew: boolean().notNull(),
    /** Who asked, as far as it is known: see app/http/client.server.ts. */
    clientHash: text(),
    network: text(),
    /** The field that people do not see was filled in. */
    isTrapped: boolean().notNull().default(false),
    /** The challenge that was solved, where the campaign asks for a proof of work; it is good once. */
    proof: text(),
    createdAt: createdAt(),
  },
);

/** What was looked at: tells bursts and trends, and which signatures came from where. Kept for some days only. */
export const screenedSignings = pgTable(
  "screened_signings",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    campaignId: uuid().notNull().references(() => campaigns.id, { onDelete: "cascade" }),
    signatureId: uuid().notNull().references(() => signatures.id, { onDelete: "cascade" }),
    /** As in `signings`: whoever asks for the mail again is counted apart from whoever signs. */
    kind: text({ enum: ["signing", "resend", "released"] }).notNull().default("signing"),
    isNew: boolean().notNull(),
    /** HMAC of the address (IPv4, or the /64 of IPv6) with a key that is forgotten after two days. */
    clientHash: text(),
    /** The address cut to /24 or /48, e.g. "203.0.113.0/24". */
    network: text(),
    mailDomain: text().notNull(),
    nameKey: text().notNull(),
    /** As in `signatures.suspicion`; null where nothing was found. */
    suspicion: text(),
    createdAt: createdAt(),
  },
  (table) => [
    index("screened_by_client").on(table.campaignId, table.clientHash, table.createdAt),
    index("screened_by_network").on(table.campaignId, table.network, table.createdAt),
    index("screened_by_time").on(table.campaignId, table.createdAt),
    index("screened_by_signature").on(table.signatureId),
    // The desk's list of what came from one place: the signing that made the signature alone, so that each stands in it once.
    index("screened_listed_by_network").on(table.campaignId, table.network, table.createdAt, table.signatureId).where(sql`is_new`),
    index("screened_listed_by_domain").on(table.campaignId, table.mailDomain, table.createdAt, table.signatureId).where(sql`is_new`),
    index("screened_listed_by_name").on(table.campaignId, table.nameKey, table.createdAt, table.signatureId).where(sql`is_new`),
  ],
);

/**
 * The key of one UTC day for the hashes of addresses that sign. It is forgotten after two days, and then nobody, we
 * neither, can tell whose address a hash was of.
 */
export const clientKeys = pgTable("client_keys", {
  day: date().primaryKey(),
  key: bytes().notNull(),
  /** Signings came through a proxy that TRUST_PROXY does not name, and so the signers' addresses were not known. */
  hasUnknownProxy: boolean().notNull().default(false),
  createdAt: createdAt(),
});

/** How many mails strangers' typing has sent to one address since an instant, in all campaigns together; forgotten after an hour. */
export const mailedAddresses = pgTable("mailed_addresses", {
  /** HMAC of the canonical address with SESSION_SECRET. */
  addressHash: text().primaryKey(),
  mails: integer().notNull(),
  since: instant().notNull(),
});
