const PUBLIC_ADDRESS = /^\/letters\/(?<slug>[a-z0-9-]+)(?<rest>\/[^?]*)?(?<search>\?.*)?$/s;
const DESK_ADDRESS = /^\/organize\/campaigns\/(?<slug>[^/?]+)(?<rest>\/[^?]*)?(?<search>\?.*)?$/s;

/** The campaign's slug in an address of the public; undefined for one that names no campaign. */
export function slugInAddress(url: string): string | undefined {
  return PUBLIC_ADDRESS.exec(url)?.groups?.["slug"];
}

/** The same address with another slug: the rest of the path and the query stay. */
export function withSlug(url: string, slug: string): string {
  for (const [pattern, start] of [[PUBLIC_ADDRESS, "/letters/"], [DESK_ADDRESS, "/organize/campaigns/"]] as const) {
    const found = pattern.exec(url)?.groups;
    if (found) return `${start}${slug}${found["rest"] ?? ""}${found["search"] ?? ""}`;
  }
  return url;
}

/** Both mean "for good"; a form is sent again with all that was typed only by the second. */
export function movedStatus(method: string): 301 | 308 {
  return method === "GET" || method === "HEAD" ? 301 : 308;
}
