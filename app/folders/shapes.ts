import { z } from "zod";
import { COUNTRY_CODES } from "#app/signatures/countries.ts";

/** Raised when a folder of the older kind could be read wrongly. */
export const FORMAT = 1;

const NEVER_STORED = /\0|\p{Cs}/u;

/** Text of any kind, as long as a database can keep it. Bounds are a little wider than the desk's forms. */
function text(max: number) {
  return z
    .string("Write a text in double quotes.")
    .max(max, `Keep this within ${max.toLocaleString("en")} characters.`)
    .refine((written) => !NEVER_STORED.test(written), "This holds a character that cannot be kept.");
}

function needed(max: number) {
  return text(max).refine((written) => written.trim() !== "", "This is empty.");
}

/** For what stands in the head of a mail or in a log. */
function plainLine(max: number) {
  return text(max).refine((written) => !/\p{Cc}/u.test(written), "Write this on one line, without control characters.");
}

export const slug = z
  .string("Write a text in double quotes.")
  .max(60, "Keep this within 60 characters.")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use the letters a to z, digits, and single hyphens between them.");

const DAY = "Write a day that is in the calendar, as 2026-03-01.";
const day = z.iso.date(DAY);
/** A text in a front matter is never null: none is an empty text. */
const dayOrEmpty = emptyOr(day, DAY);

const URL_WORDS = "Write a whole address that begins with https://.";
const url = z
  .string("Write an address in double quotes, or null.")
  .max(2_000, "Keep this within 2,000 characters.")
  .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol), URL_WORDS);

const EMAIL_WORDS = "Write a whole e-mail address, for example care@example.org.";
const email = z.email(EMAIL_WORDS).max(254, "This is longer than any e-mail address.");

export const language = z.string("Write a language, for example “en”.").refine(isLanguage, "Write a language as BCP 47 spells it, for example “en” or “pt-BR”.");

const instant = z
  .iso.datetime({ offset: true, error: "Write a time as 2026-03-01T09:00:00Z, or null." })
  .transform((time) => new Date(time));

const picturePath = z.string("Write the file’s path in double quotes, or null.").regex(/^images\/[^/]+$/, "Write a path such as “images/logo.png”.");

function whole(min: number, max: number) {
  const message = `Write a whole number from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}.`;
  return z.int(message).min(min, message).max(max, message);
}

export const Settings = z.strictObject({
  format: z.literal(FORMAT, `This house reads folders of format ${FORMAT}. A newer house may have written this one.`),
  slug,
  name: plainLine(120).refine((name) => name.trim() !== "", "This is empty."),
  sample: z.boolean("Write true or false.").default(false),
  language,
  goal: whole(1, 1_000_000_000),
  sender_name: plainLine(120).default(""),
  privacy_contact: emptyOr(email, EMAIL_WORDS),
  updates_consent: text(500).default(""),
  unconfirmed_days: whole(1, 365).default(30),
  remind_after_days: whole(1, 364).nullable().default(3),
  shares_addresses: z.boolean("Write true or false.").default(false),
  mails_receipts: z.boolean("Write true or false.").default(true),
  kept_days_after_closing: whole(0, 10_000).nullable().default(365),
  accent: z.string("Write a colour in double quotes, or null.").regex(/^#[\da-f]{6}$/i, "Write a colour as #1a2b3c, or null.").nullable().default(null),
  logo: picturePath.nullable().default(null),
  opens_at: instant.nullable().default(null),
  closes_at: instant.nullable().default(null),
});

export const Letter = z.strictObject({
  title: text(300),
  addressees: text(500).default(""),
  dated: dayOrEmpty,
  summary: text(1_500).default(""),
});

export const Demand = z.strictObject({
  title: needed(300),
  short_title: needed(60),
  summary: text(1_000).default(""),
  standard: emptyOr(url, URL_WORDS),
});

export const Message = z.strictObject({ subject: text(1_000).default("") });

export const Post = z.strictObject({ title: needed(300) });

export const CoSigners = z.array(
  z.strictObject({ name: needed(200), url: url.nullable().default(null), joined_on: day }),
  "Write a list: [ … ].",
);

export const Retailers = z
  .array(
    z.strictObject({
      slug,
      name: needed(120),
      country: z.string("Write a country’s two letters.").refine((code) => COUNTRY_CODES.includes(code), "Write a country’s two letters, for example “GB”."),
      website: url.nullable().default(null),
      asked_on: day.nullable().default(null),
      contacts: z.array(z.strictObject({ role: needed(120), email }), "Write a list: [ … ].").max(50, "A retailer has at most 50 contacts here.").default([]),
    }),
    "Write a list: [ … ].",
  )
  .max(1_000, "A folder holds at most 1,000 retailers.");

export const Framework = z.strictObject({
  slug,
  title: needed(300),
  edition: text(200).default(""),
  publisher: text(300).default(""),
  published_on: day.nullable().default(null),
  source_url: url,
  criteria: z
    .array(z.strictObject({ slug, title: needed(300), summary: text(2_000).default(""), points: z.array(text(1_000), "Write a list: [ … ].").default([]) }), "Write a list: [ … ].")
    .default([]),
});

export const Press = z.strictObject({
  quotes: z.array(z.strictObject({ quote: needed(2_000), speaker: needed(200), role: text(200).default(""), permission: needed(1_000) })).default([]),
  contacts: z.array(z.strictObject({ name: needed(200), role: text(200).default(""), email, phone: text(60).default("") })).default([]),
  images: z.array(z.strictObject({ file: picturePath, alt: text(1_000).default(""), credit: text(500).default("") })).default([]),
});

export const MARKDOWN_MAX = 200_000;
export const markdown = text(MARKDOWN_MAX);

function emptyOr(shape: z.ZodType, message: string) {
  return text(2_000).refine((written) => written === "" || shape.safeParse(written).success, message).default("");
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
