import { cleanSource } from "#app/signatures/source.ts";
import { LETTER_LANGUAGES } from "#app/letters/languages.ts";
import { GRAPH_CHOICES } from "#app/desk/counting/graph-choice.ts";
import { BOARD_ORDERS } from "#app/scoreboard/order.ts";

/** An instant to the second, as the list of signers goes back by. */
const SECOND = /^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$/;

/**
 * Pages that are one rendering for everybody: they depend on their URL alone, read no cookie, and are served from
 * memory. The list names the query parameters that change the page and their values, or what they look like; any other is dropped, so that a
 * campaign's tracking parameters, or somebody's thousand inventions, do not make a new rendering each.
 */
const PUBLIC_PAGES: { path: RegExp; parameters: Record<string, readonly string[] | RegExp> }[] = [
  { path: /^\/$/, parameters: {} },
  { path: /^\/letters\/[a-z0-9-]+$/, parameters: { lang: LETTER_LANGUAGES } },
  { path: /^\/letters\/[a-z0-9-]+\/versions(\/[1-9]\d{0,6}(\/(changes|since))?)?$/, parameters: { lang: LETTER_LANGUAGES } },
  { path: /^\/letters\/[a-z0-9-]+\/with\/[a-z0-9-]+$/, parameters: { lang: LETTER_LANGUAGES } },
  { path: /^\/letters\/[a-z0-9-]+\/counting$/, parameters: { by: GRAPH_CHOICES } },
  { path: /^\/letters\/[a-z0-9-]+\/signers$/, parameters: { before: SECOND } },
  { path: /^\/archive$/, parameters: {} },
  { path: /^\/letters\/[a-z0-9-]+\/count\.json$/, parameters: {} },
  { path: /^\/letters\/[a-z0-9-]+\/scoreboard$/, parameters: { sort: BOARD_ORDERS } },
  { path: /^\/letters\/[a-z0-9-]+\/posts(\.atom|\/[a-z0-9-]+)?$/, parameters: {} },
  { path: /^\/letters\/[a-z0-9-]+\/press$/, parameters: {} },
  { path: /^\/letters\/[a-z0-9-]+\/(register(\.json)?|verify)$/, parameters: {} },
  // Five thousand entries each: without the memory, asking for one again and again would cost the database as much.
  { path: /^\/letters\/[a-z0-9-]+\/register\/entries\/(0|[1-9]\d{0,5})$/, parameters: {} },
  { path: /^\/retailers\/[a-z0-9-]+$/, parameters: {} },
  { path: /^\/looks\/[0-9a-f]{6}\.css$/, parameters: {} },
  { path: /^\/files\/[0-9a-f]{64}$/, parameters: {} },
  { path: /^\/about\/[a-z-]+$/, parameters: {} },
];

/** The cache's name for a public page, or undefined when the page is personal. */
export function publicPageKey(url: string): string | undefined {
  const [path = "/", search = ""] = url.split("?", 2);
  const page = PUBLIC_PAGES.find((candidate) => candidate.path.test(path));
  if (!page) return undefined;
  const parameters = Object.entries(page.parameters);
  if (search === "" || parameters.length === 0) return path;
  const given = new URLSearchParams(search);
  const kept = parameters.flatMap(([name, values]) => {
    const value = given.get(name);
    const isKnown = value !== null && (values instanceof RegExp ? values.test(value) : values.includes(value));
    return isKnown ? [[name, value]] : [];
  });
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}

/**
 * The address of a public page when this is another spelling of it: a slash at the end, capitals, escaped letters. Remix
 * would take each for the page and render it anew, past the cache.
 */
export function properAddress(url: string): string | undefined {
  const [path = "/", search = ""] = url.split("?", 2);
  if (!/[A-Z%]|.\/$/.test(path)) return undefined;
  const address = publicPageKey(`${decode(path).toLowerCase().replace(/\/$/, "")}?${search}`);
  // Where a reader comes from is no part of the page, but must arrive with them.
  const source = cleanSource(new URLSearchParams(search).get("from"));
  if (address === undefined || source === null) return address;
  return `${address}${address.includes("?") ? "&" : "?"}from=${source}`;
}

/** What cannot be decoded is no spelling of anything. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
