/**
 * Numbers that do not count are told to the public once a night and in tens. Told at once and to the one, they would
 * answer whoever types somebody's address into the form: one more that waits is a new signature, none is a known one.
 */
export const TOLD_IN = 10;

export interface UncountedStates {
  pending: number;
  suspect: number;
  removed: number;
  withdrawn: number;
}

/** Rounded down to tens. */
export function toldStates({ pending, suspect, removed, withdrawn }: UncountedStates): UncountedStates {
  return { pending: told(pending), suspect: told(suspect), removed: told(removed), withdrawn: told(withdrawn) };
}

function told(number: number) {
  return Math.floor(number / TOLD_IN) * TOLD_IN;
}
