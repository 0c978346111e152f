const SOURCE = /^[a-z0-9-]{1,40}$/;
const SOURCE_MAX = 40;

/** Where a signing came from, as a link said it by `?from=`; null for whatever no link of ours says. */
export function cleanSource(given: string | null | undefined): string | null {
  const source = (given ?? "").trim().toLowerCase();
  return SOURCE.test(source) ? source : null;
}

/** What a link to share carries for a name that somebody typed: "Newsletter of May" is `newsletter-of-may`. */
export function sourceFromName(name: string): string | null {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return cleanSource(plain.replace(/[^a-z0-9]+/g, "-").slice(0, SOURCE_MAX).replace(/^-+|-+$/g, ""));
}
