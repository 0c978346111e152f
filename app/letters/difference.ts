import { diffArrays } from "diff";
import { differingParts, type LetterText, partOf } from "./letter-text.ts";
import { wordSegments } from "./word-segments.ts";

export interface DifferencePart {
  text: string;
  /** Whose text it stands in. */
  in: "both" | "theirs" | "yours";
}

/** Finding the difference takes the square of it: where more than so many words of a passage changed, all of it did. */
const MAX_CHANGES = 1_000;

/**
 * How two texts differ, word by word, also in scripts that write no spaces. Paragraphs that are the same are set aside
 * first. "Theirs" is the older one where one follows on the other.
 */
export function differenceOf(theirs: string, yours: string): DifferencePart[] {
  const changes = diffArrays(linesOf(theirs), linesOf(yours), { maxEditLength: MAX_CHANGES });
  if (!changes) return wholly(theirs, yours);
  return changes.flatMap(({ value, added, removed }, place) => {
    const text = value.join("");
    const [before, after] = [changes[place - 1], changes[place + 1]];
    // The two sides of a passage stand next to each other, theirs first.
    if (removed && after?.added) return wordByWord(text, after.value.join(""));
    if (added && before?.removed) return [];
    if (removed) return [{ text, in: "theirs" }];
    return [{ text, in: added ? "yours" : "both" }];
  });
}

function wordByWord(theirs: string, yours: string): DifferencePart[] {
  const changes = diffArrays(wordsOf(theirs), wordsOf(yours), { maxEditLength: MAX_CHANGES });
  if (!changes) return wholly(theirs, yours);
  return changes.map(({ value, added, removed }) => {
    if (added) return { text: value.join(""), in: "yours" };
    return { text: value.join(""), in: removed ? "theirs" : "both" };
  });
}

function wholly(theirs: string, yours: string): DifferencePart[] {
  return [
    { text: theirs, in: "theirs" },
    { text: yours, in: "yours" },
  ];
}

function wordsOf(text: string) {
  return wordSegments(text, "en").map(({ segment }) => segment);
}

function linesOf(text: string) {
  return text.split(/(?<=\n)/);
}

export interface ComparedPart {
  label: string;
  parts: DifferencePart[];
}

/** Two texts of a letter, part by part; those that are the same are left out. */
export function compareTexts(older: LetterText, newer: LetterText): ComparedPart[] {
  return differingParts(older, newer).map((part) => ({
    label: part.label,
    parts: differenceOf(partOf(older, part), partOf(newer, part)),
  }));
}
