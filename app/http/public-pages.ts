/**
 * Pages that are one rendering for everybody: they depend on their URL alone, read no cookie, and are served from
 * memory. The list names the query parameters that change the page; any other is dropped, so that a campaign's
 * tracking parameters do not make a new rendering each.
 */
const PUBLIC_PAGES: { path: RegExp; parameters: readonly string[] }[] = [
  { path: /^\/$/, parameters: [] },
  { path: /^\/letters\/[a-z0-9-]+$/, parameters: [] },
  { path: /^\/letters\/[a-z0-9-]+\/count\.json$/, parameters: [] },
  { path: /^\/letters\/[a-z0-9-]+\/scoreboard$/, parameters: ["sort"] },
  { path: /^\/retailers\/[a-z0-9-]+$/, parameters: [] },
  { path: /^\/about\/[a-z-]+$/, parameters: [] },
];

/** The cache's name for a public page, or undefined when the page is personal. */
export function publicPageKey(url: string): string | undefined {
  const [path = "/", search = ""] = url.split("?", 2);
  const page = PUBLIC_PAGES.find((candidate) => candidate.path.test(path));
  if (!page) return undefined;
  if (search === "" || page.parameters.length === 0) return path;
  const given = new URLSearchParams(search);
  const kept = page.parameters.flatMap((name) => given.getAll(name).slice(0, 1).map((value) => [name, value]));
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}
