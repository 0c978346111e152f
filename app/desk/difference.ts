import { diffArrays } from "diff";
import { wordSegments } from "#app/letters/word-segments.ts";

export interface DifferencePart {
  text: string;
  /** Whose text it stands in. */
  in: "both" | "theirs" | "yours";
}

/** Finding the difference takes the square of it: where more than so many words of a passage changed, all of it did. */
const MAX_CHANGES = 1_000;

/**
 * How two texts differ, word by word, also in scripts that write no spaces. Paragraphs that are the same are set aside
 * first. Shown to whoever saves after somebody else did.
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

export interface Conflict {
  /** Who saved meanwhile; null when the clock or the command line did. */
  by: string | null;
  at: Date;
  /** Goes into the form's hidden `revision`: saved again, yours replaces theirs knowingly. */
  revision: number;
  fields: { label: string; parts: DifferencePart[] }[];
}

/** What differs between the form that was sent and what was saved meanwhile, field by field. */
export function conflictBetween(
  { by, at, revision }: Omit<Conflict, "fields">,
  fields: { label: string; theirs: string; yours: string }[],
): Conflict {
  const differing = fields.filter(({ theirs, yours }) => theirs !== yours);
  return { by, at, revision, fields: differing.map(({ label, theirs, yours }) => ({ label, parts: differenceOf(theirs, yours) })) };
}
