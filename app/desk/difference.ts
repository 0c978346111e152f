import { diffWordsWithSpace } from "diff";

export interface DifferencePart {
  text: string;
  /** Whose text it stands in. */
  in: "both" | "theirs" | "yours";
}

/** How two texts differ, word by word. Shown to whoever saves after somebody else did. */
export function differenceOf(theirs: string, yours: string): DifferencePart[] {
  return diffWordsWithSpace(theirs, yours).map(({ value, added, removed }) => {
    if (added) return { text: value, in: "yours" };
    return { text: value, in: removed ? "theirs" : "both" };
  });
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
