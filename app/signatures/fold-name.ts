/**
 * A name as it is compared: without accents, letter case and odd spaces, so that "José  Lee" and "jose lee" are one
 * person. The migration signatures_promises spells the same in SQL for signatures that were there before.
 */
export function foldName(name: string): string {
  return name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ").trim();
}
