import { type Entry, isSigning } from "./entry.ts";

const [UNKNOWN, COUNTED, ENDED, OTHER] = [0, 1, 2, 3];

/** Recounts a register: which signatures count after so many entries. One byte an entry. */
export function growStandings() {
  let standings = new Uint8Array(1024);
  const importedOnes = new Set<number>();
  let [counted, imported] = [0, 0];

  /** False for an entry that cannot follow on those before: whatever is ended must count, and what counts again must have been ended. */
  function take(position: number, { kind, value }: Entry): boolean {
    if (position >= standings.length) standings = grown(standings, position);
    if (isSigning(kind)) {
      standings[position] = COUNTED;
      if (kind === "imported") importedOnes.add(position);
      return count(position, 1);
    }
    standings[position] = OTHER;
    const meant = Number(value);
    const [before, after, step] = kind === "ended" ? [COUNTED, ENDED, -1] : [ENDED, COUNTED, 1];
    if (meant >= position || (standings[meant] ?? UNKNOWN) !== before) return false;
    standings[meant] = after;
    return count(meant, step);
  }

  function count(position: number, step: number): true {
    counted += step;
    if (importedOnes.has(position)) imported += step;
    return true;
  }

  return { take, counts: () => ({ counted, imported }) };
}

function grown(standings: Uint8Array<ArrayBuffer>, position: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * Math.max(standings.length, position));
  larger.set(standings);
  return larger;
}
