import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { publicContentPolicy } from "#app/http/security-headers.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { openHouse } from "#tests/setup/open-house.ts";
import { listFiles } from "#tests/unit/house.ts";

const opened = openHouse({ sample: true });

const PUBLIC = [
  paths.home(), paths.letter("dear-retailers"), paths.letter("sample"), paths.scoreboard("dear-retailers"), paths.scoreboard("sample"),
  paths.retailer("amazon"), paths.retailer("big-market"), paths.retailer("oasis-store"), paths.howWeMail(), paths.counting("sample"), paths.counting("dear-retailers"),
];
const MISSING = "/no-such-page";
/** One of each kind, full where it can be. */
const KINDS = [
  paths.letter("sample"), paths.signers("sample"), paths.scoreboard("sample"), paths.retailer("big-market"), paths.retailer("oasis-store"), paths.sign("sample"),
  paths.howWeMail(), paths.counting("sample", "hour"), paths.askForMeAnywhere(), MISSING,
];
/** Each is a file of its own, as it stands there. */
const SCRIPTS = listFiles("app/scripts").map((file) => file.replace(/^.*\/|\.js$/g, ""));
const WIDTHS = [390, 1440];

test.each(KINDS)("axe finds nothing on %s at any width, light or dark, and it does not scroll sideways", async (path) => {
  const { page, close } = await visit(opened.browser, opened.house.origin);
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(path === MISSING ? 404 : 200);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, { onlyColours: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await close();
});

describe("a public page", () => {
  test.each(PUBLIC)("%s is one rendering for all: no cookie, a strict policy, an ETag", async (path) => {
    const first = await get(path, { cookie: "organizer=a-cookie" });
    expect(first.status).toBe(200);
    expect(first.headers.get("set-cookie")).toBeNull();
    expect(first.headers.get("content-security-policy")).toBe(publicContentPolicy());
    expect(first.headers.get("vary")).toBe("Accept-Encoding");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const again = await get(path, { "if-none-match": etag });
    expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: "" });
  });

  test.each([...PUBLIC, paths.sign("sample")])("%s has nothing inline, and no script but small ones of ours", async (path) => {
    const html = await (await get(path)).text();
    expect(html.match(/<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)[^>]*>|javascript:/g) ?? []).toEqual([]);
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src = ""]) => src);
    expect(scripts.filter((src) => !SCRIPTS.some((name) => new RegExp(`^/assets/${name}-[\\w-]{8}\\.js$`).test(src)))).toEqual([]);
    expect(html).not.toMatch(/rel="modulepreload"|__remix/);
  });
});

/** Compressed, as a first visit loads them, in kilobytes of 1,000 bytes. */
const BUDGETS_KB = { document: 15, stylesheet: 12, script: 6, font: 60 } as const;

test("a first visit of the letter stays inside the budgets", async () => {
  const { page, close } = await visit(opened.browser, opened.house.origin, { viewport: { width: 390, height: 844 } });
  const loaded = weigh(page);
  await page.goto(paths.letter("dear-retailers"), { waitUntil: "networkidle" });
  const weights = await loaded();
  for (const [kind, budget] of Object.entries(BUDGETS_KB)) {
    expect(weights[kind], `bytes of ${kind}`).toBeGreaterThan(0);
    expect(weights[kind], `bytes of ${kind}`).toBeLessThanOrEqual(budget * 1000);
  }
  // Besides: the icon, and the count that is looked at again.
  expect(Object.keys(weights).filter((kind) => !Object.hasOwn(BUDGETS_KB, kind) && !["fetch", "other", "image"].includes(kind))).toEqual([]);
  await close();
});

/** Sums up what comes over the wire, by kind. */
function weigh(page: Page) {
  const sizes: Promise<{ kind: string; bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    if (request.url().startsWith("data:")) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ kind: request.resourceType(), bytes: responseBodySize })));
  });
  return async () => {
    const weights: Record<string, number> = {};
    for (const { kind, bytes } of await Promise.all(sizes)) weights[kind] = (weights[kind] ?? 0) + bytes;
    return weights;
  };
}

function get(path: string, headers: Record<string, string> = {}) {
  return fetch(`${opened.house.origin}${path}`, { headers });
}
