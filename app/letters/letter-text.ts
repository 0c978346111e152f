/** A letter in one language, as it is written. */
export interface LetterText {
  title: string;
  addressees: string;
  /** "YYYY-MM-DD"; null while a draft has none. */
  datedOn: string | null;
  summary: string;
  bodyMarkdown: string;
  sourcesMarkdown: string;
}

export const EMPTY_LETTER: LetterText = { title: "", addressees: "", datedOn: null, summary: "", bodyMarkdown: "", sourcesMarkdown: "" };

/** Its parts in the order of the page, by the names of the form's fields. */
export const LETTER_PARTS = [
  { part: "title", field: "title", label: "Title" },
  { part: "addressees", field: "addressees", label: "Addressees" },
  { part: "datedOn", field: "dated_on", label: "Date" },
  { part: "summary", field: "summary", label: "Summary" },
  { part: "bodyMarkdown", field: "body", label: "Letter" },
  { part: "sourcesMarkdown", field: "sources", label: "Sources" },
] as const satisfies readonly { part: keyof LetterText; field: string; label: string }[];

export type LetterPart = (typeof LETTER_PARTS)[number];

export function partOf(text: LetterText, { part }: Pick<LetterPart, "part">): string {
  return text[part] ?? "";
}

/** What a letter lacks before it can be published; sources are no must. */
export function missingParts(text: LetterText): LetterPart[] {
  return LETTER_PARTS.filter(({ part }) => part !== "sourcesMarkdown" && (text[part] ?? "").trim() === "");
}

/** The parts in which two texts differ. */
export function differingParts(one: LetterText, other: LetterText): LetterPart[] {
  return LETTER_PARTS.filter(({ part }) => one[part] !== other[part]);
}

export function isSameText(one: LetterText, other: LetterText): boolean {
  return differingParts(one, other).length === 0;
}
