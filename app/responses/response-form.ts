import { z } from "zod";
import { dayOf, isDay } from "./calendar-days.ts";
import {
  isPrivateChannel, RESPONSE_CHANNEL_VALUES, RESPONSE_KIND_VALUES, type ResponseChannel, type ResponseKind,
} from "./response-words.ts";
import { STANCE_VALUES, stanceMeaning, type StanceValue } from "./stance-values.ts";

export const SUMMARY_MAX_CHARACTERS = 1_000;
export const QUOTE_MAX_CHARACTERS = 2_000;
export const SOURCE_URL_MAX_CHARACTERS = 2_000;
export const SOURCE_TITLE_MAX_CHARACTERS = 200;
export const REASON_MAX_CHARACTERS = 500;

/** A demand's own fields bear its slug. */
export function demandFields(slug: string) {
  return { stance: `stance_${slug}`, sinceOn: `since_on_${slug}`, dueOn: `due_on_${slug}`, reason: `reason_${slug}` };
}

/** What a filled-in form becomes. Days are "YYYY-MM-DD". */
export interface ResponseValues {
  happenedOn: string;
  channel: ResponseChannel;
  kind: ResponseKind;
  summary: string;
  quote: string | null;
  sourceUrl: string | null;
  sourceTitle: string | null;
  capturedOn: string | null;
  /** Only the demands whose stance is to change. */
  stances: { demandId: string; value: StanceValue; sinceOn: string; dueOn: string | null; reason: string | null }[];
}

type Complain = (field: string, message: string) => void;

/**
 * The form of one response of one retailer, with four fields for each demand of the campaign (`demandFields`). An
 * empty stance leaves the demand where it stands; an empty "since" is the day it happened. No stance without a
 * source: see `checkSource`. All faults are found at once, each named by its field.
 */
export function responseForm(demands: readonly { id: string; slug: string }[], now: Date = new Date()) {
  const today = dayOf(now);
  return z.record(z.string(), z.unknown()).transform((posted, context): ResponseValues => {
    const field = (name: string) => textOf(posted[name]);
    const complain: Complain = (name, message) => {
      context.addIssue({ code: "custom", path: [name], message, input: posted[name] });
    };
    const happenedOn = field("happened_on");
    const capturedOn = field("captured_on");
    checkDay("happened_on", happenedOn, today, complain, "Say on which day it happened.");
    checkDay("captured_on", capturedOn, today, complain);
    if (isDay(capturedOn) && isDay(happenedOn) && capturedOn < happenedOn) {
      complain("captured_on", "The source cannot have been read before it happened.");
    }
    const channel = z.enum(RESPONSE_CHANNEL_VALUES).safeParse(field("channel")).data;
    const kind = z.enum(RESPONSE_KIND_VALUES).safeParse(field("kind")).data;
    if (!channel) complain("channel", "Say how it came.");
    if (!kind) complain("kind", "Say what it was.");
    if (channel === "none" && kind && kind !== "no_answer") {
      complain("channel", "Say how it came. “None” is for a search without a result.");
    }
    checkTexts(field, complain);

    const stances = demands.flatMap((demand) => {
      const stance = readStance(demand, { field, happenedOn, kind, today, complain });
      return stance ? [stance] : [];
    });
    const values = {
      happenedOn,
      channel: channel ?? "none",
      kind: kind ?? "no_answer",
      summary: field("summary"),
      quote: field("quote") || null,
      sourceUrl: field("source_url") || null,
      sourceTitle: field("source_title") || null,
      capturedOn: capturedOn || null,
      stances,
    };
    if (channel && kind) checkSource(values, complain);
    return values;
  });
}

function textOf(posted: unknown): string {
  return typeof posted === "string" ? posted.replaceAll("\r\n", "\n").trim() : "";
}

function checkDay(name: string, day: string, today: string, complain: Complain, whenEmpty?: string) {
  if (day === "") {
    if (whenEmpty) complain(name, whenEmpty);
    return;
  }
  if (!isDay(day)) complain(name, "Write the day as year-month-day, for example 2026-03-01.");
  else if (day > today) complain(name, "This day is still to come.");
}

function checkTexts(field: (name: string) => string, complain: Complain) {
  if (field("summary") === "") complain("summary", "Say in a sentence or two what was said or done.");
  checkText("summary", field("summary"), SUMMARY_MAX_CHARACTERS, complain);
  checkText("quote", field("quote"), QUOTE_MAX_CHARACTERS, complain);
  checkText("source_title", field("source_title"), SOURCE_TITLE_MAX_CHARACTERS, complain);
  checkText("source_url", field("source_url"), SOURCE_URL_MAX_CHARACTERS, complain);
  const url = field("source_url");
  if (url !== "" && !isWebAddress(url)) complain("source_url", "Give a web address that starts with https:// or http://.");
}

function checkText(name: string, text: string, maxCharacters: number, complain: Complain) {
  if (text.length > maxCharacters) {
    complain(name, `Keep this under ${maxCharacters.toLocaleString("en")} characters; it has ${text.length.toLocaleString("en")}.`);
  } else if (/[^\P{Cc}\n\t]/u.test(text)) {
    complain(name, "This holds characters that cannot be shown. Type it anew.");
  }
}

function isWebAddress(text: string) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (url?.protocol === "https:" || url?.protocol === "http:") && url.username === "" && !/\s/.test(text);
}

interface StanceReading {
  field: (name: string) => string;
  happenedOn: string;
  kind: ResponseKind | undefined;
  today: string;
  complain: Complain;
}

function readStance(
  demand: { id: string; slug: string },
  { field, happenedOn, kind, today, complain }: StanceReading,
): ResponseValues["stances"][number] | undefined {
  const names = demandFields(demand.slug);
  if (field(names.stance) === "") return undefined;
  const value = z.enum(STANCE_VALUES).safeParse(field(names.stance)).data;
  if (!value) {
    complain(names.stance, "Choose one of the stances.");
    return undefined;
  }
  if (kind === "no_answer" && value !== "no_answer" && value !== "not_assessed") {
    complain(names.stance, "A search without a result can only show “no answer” or “not assessed”.");
  }
  checkSince(names.sinceOn, field(names.sinceOn), value, today, complain);
  const sinceOn = field(names.sinceOn) || happenedOn;
  const dueOn = field(names.dueOn);
  checkDue(names.dueOn, dueOn, { value, sinceOn, complain });
  checkText(names.reason, field(names.reason), REASON_MAX_CHARACTERS, complain);
  return { demandId: demand.id, value, sinceOn, dueOn: dueOn || null, reason: field(names.reason) || null };
}

function checkSince(name: string, day: string, value: StanceValue, today: string, complain: Complain) {
  const whenEmpty = value === "no_answer" ? "Say since when it has been silent: usually the day it was asked." : undefined;
  checkDay(name, day, today, complain, whenEmpty);
}

function checkDue(name: string, dueOn: string, { value, sinceOn, complain }: { value: StanceValue; sinceOn: string; complain: Complain }) {
  if (dueOn === "") return;
  if (value !== "pledged") complain(name, "Only a pledge has a deadline.");
  else if (!isDay(dueOn)) complain(name, "Write the day as year-month-day, for example 2026-03-01.");
  else if (dueOn < sinceOn) complain(name, "The deadline cannot be before the pledge.");
}

/**
 * No stance without a source: a public page, or the retailer's own words where they came to the organizers alone,
 * with the day on which they were read. Of a search without a result, the search and its day are the record.
 */
function checkSource({ channel, kind, sourceUrl, quote, capturedOn, stances }: ResponseValues, complain: Complain) {
  if (sourceUrl && !capturedOn) return complain("captured_on", "Say on which day you read the source.");
  if (!stances.some(({ value }) => stanceMeaning(value).needsSource)) return;
  if (!capturedOn) complain("captured_on", kind === "no_answer" ? "Say on which day you searched." : "Say on which day you read the source.");
  if (kind === "no_answer" || sourceUrl) return;
  if (!isPrivateChannel(channel)) return complain("source_url", "Give the page that shows this. No stance is set without a source.");
  if (!quote) complain("quote", "Quote the words that show this, or give a page. No stance is set without a source.");
}
