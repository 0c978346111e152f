import { differenceOf, type DifferencePart } from "#app/letters/difference.ts";

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
