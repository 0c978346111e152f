import { type ChangeObject, diffArrays } from "diff";

export interface DifferencePart {
  text: string;
  /** Whose text it stands in. */
  in: "both" | "theirs" | "yours";
}

/** Finding the difference takes the square of it: past so many changes (half a second) it is looked for in coarser parts. */
const MAX_CHANGES = 2_000;

const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/**
 * How two texts differ, word by word, also in scripts that write no spaces; paragraph by paragraph where they have
 * little in common. Shown to whoever saves after somebody else did.
 */
export function differenceOf(theirs: string, yours: string): DifferencePart[] {
  const changes = changesBetween(wordsOf(theirs), wordsOf(yours)) ?? changesBetween(linesOf(theirs), linesOf(yours));
  if (!changes) return [{ text: theirs, in: "theirs" }, { text: yours, in: "yours" }];
  return changes.map(({ value, added, removed }) => {
    if (added) return { text: value.join(""), in: "yours" };
    return { text: value.join(""), in: removed ? "theirs" : "both" };
  });
}

function changesBetween(theirs: string[], yours: string[]): ChangeObject<string[]>[] | undefined {
  return diffArrays(theirs, yours, { maxEditLength: MAX_CHANGES });
}

function wordsOf(text: string) {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
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
