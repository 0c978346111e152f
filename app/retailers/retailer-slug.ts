const SLUG_MAX = 60;

/** What a retailer's name becomes in its address; the second to bear it gets a number. */
export function suggestRetailerSlug(name: string, turn = 1): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("&", " and ");
  const slug = letters.replace(/[^a-z0-9]+/g, "-").slice(0, SLUG_MAX).replace(/^-+|-+$/g, "") || "retailer";
  return turn === 1 ? slug : `${slug}-${turn}`;
}
