const CODES = "en ar bg ca cs cy da de el es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv ms mt nb nl pl pt ro ru sk sl sq sr sv sw th tr uk ur vi zh";

/** The languages that a letter can be in, BCP 47. */
export const LANGUAGE_CODES: readonly string[] = CODES.split(" ");

/** Codes with their English names, in the order of those. */
export function listLanguages(): { code: string; name: string }[] {
  return LANGUAGE_CODES.map((code) => ({ code, name: languageName(code) })).toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

export function languageName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
}
