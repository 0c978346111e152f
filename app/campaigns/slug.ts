export const SLUG_MAX = 60;

/** What a name becomes in an address; empty when nothing of it can stand in one. */
export function suggestSlug(name: string): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  return letters.replace(/[^a-z0-9]+/g, "-").slice(0, SLUG_MAX).replace(/^-+|-+$/g, "");
}
