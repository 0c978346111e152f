import type { Placed } from "./reading.ts";

/** Says of each entry of a list that repeats what only one may have, where it does. */
export function blameTwins<Entry>(
  { blame }: Pick<Placed<unknown>, "blame">,
  entries: readonly Entry[],
  namesOf: (entry: Entry) => [name: string, value: string][],
  path: readonly PropertyKey[] = [],
) {
  const seen = new Set<string>();
  for (const [position, entry] of entries.entries()) {
    for (const [name, value] of namesOf(entry)) {
      const key = JSON.stringify([name, value]);
      if (seen.has(key)) blame([...path, position, name], `“${value}” is in this list twice.`);
      seen.add(key);
    }
  }
}
