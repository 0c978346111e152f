import { z } from "zod";
import type { LetterText } from "./letter-text.ts";

/** Together within what the house reads of one form (256 KiB), also in scripts of three bytes a letter. */
export const LETTER_MAX = { title: 200, addressees: 300, summary: 600, body: 60_000, sources: 15_000 } as const;
const POSTGRES_INTEGER_MAX = 2_147_483_647;

const line = (maxCharacters: number, what: string) =>
  text((typed) => typed.replace(/\s+/g, " ").trim(), maxCharacters, what);

// Two spaces at the end of a line are a line break in Markdown: lines are left as they are.
const prose = (maxCharacters: number, what: string) => text((typed) => typed.replace(/\r\n?/g, "\n").trim(), maxCharacters, what);

function text(clean: (typed: string) => string, maxCharacters: number, what: string) {
  const tooLong = `Keep the ${what} within ${maxCharacters.toLocaleString("en")} characters.`;
  return z.string().default("").transform(clean).pipe(z.string().max(maxCharacters, tooLong));
}

const datedOn = z
  .string()
  .default("")
  .transform((day) => day.trim() || null)
  .pipe(z.iso.date("Enter a day that is in the calendar, as 2026-03-01.").nullable());

/** The editor's form, by the names of its fields. A draft may lack anything; what is there has to fit. */
export const LetterForm = z
  .object({
    title: line(LETTER_MAX.title, "title"),
    addressees: line(LETTER_MAX.addressees, "addressees"),
    dated_on: datedOn,
    summary: line(LETTER_MAX.summary, "summary"),
    body: prose(LETTER_MAX.body, "letter"),
    sources: prose(LETTER_MAX.sources, "sources"),
    /** Of the draft that was opened; 0 when there was none. */
    revision: z.coerce.number().int().nonnegative().max(POSTGRES_INTEGER_MAX).catch(0),
  })
  .transform(({ revision, dated_on, body, sources, ...rest }): { revision: number; text: LetterText } => ({
    revision,
    text: { ...rest, datedOn: dated_on, bodyMarkdown: body, sourcesMarkdown: sources },
  }));

/** As the form holds it. */
export function fieldsOf(letter: LetterText): Record<string, string> {
  const { title, addressees, datedOn: day, summary, bodyMarkdown, sourcesMarkdown } = letter;
  return { title, addressees, dated_on: day ?? "", summary, body: bodyMarkdown, sources: sourcesMarkdown };
}

/** What was typed, whether it may be saved or not: for a preview. */
export function readTypedLetter(typed: Record<string, string>): LetterText {
  const day = datedOn.safeParse(typed.dated_on);
  const { title = "", addressees = "", summary = "", body = "", sources = "" } = typed;
  return { title, addressees, datedOn: day.success ? day.data : null, summary, bodyMarkdown: body, sourcesMarkdown: sources };
}
