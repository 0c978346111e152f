import { sourceFromName } from "#app/signatures/source.ts";

const KEY_MAX = 40;

/** What an organisation's own link is called: by its name, and numbered where another has it. */
export function partnerKey(organisation: string, taken: ReadonlySet<string>): string {
  const plain = sourceFromName(organisation) ?? "partner";
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : `-${number}`;
    const key = `${plain.slice(0, KEY_MAX - ending.length)}${ending}`;
    if (!taken.has(key)) return key;
  }
}
