import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { walkByKeyboard } from "#tests/setup/keyboard.ts";
import { openHouse } from "#tests/setup/open-house.ts";
import { type HouseRoute, listRoutes } from "#tests/setup/route-list.ts";
import { aDeskWorld, type DeskWorld } from "./desk-world.ts";

/** Every page of the desk, as app/routes.ts has them, on the sample campaign and on one that is still in set-up. */
const opened = openHouse({ sample: true });
const PAGES = pagesOf((await listRoutes()).filter(({ pattern }) => /^\/organize(?![\w-])/.test(pattern)));

/** Which words of the world, or which words at all, fill an address where it is not those of the parameter's name. */
const FACES: Partial<Record<string, Record<string, string>[]>> = {
  ...Object.fromEntries(PAGES.filter((pattern) => pattern.includes("/set-up")).map((pattern) => [pattern, [{ slug: "newSlug" }]])),
  "/organize/sign-in/:token": [{ token: "signInToken" }],
  "/organize/invitations/:token": [{ token: "invitation" }],
  "/organize/mail-domains/:domain/removal": [{ domain: "gmail.com" }],
  "/organize/campaigns/:slug/imports/:import/entry": [{ import: "checkedImport" }],
  "/organize/campaigns/:slug": [{}, { slug: "newSlug" }],
  "/organize/campaigns/:slug/state": [{}, { slug: "newSlug" }],
  "/organize/campaigns/:slug/posts/:post": [{}, { post: "publishedPost" }],
  "/organize/campaigns/:slug/jobs/:job": [{}, { job: "runningJob" }],
  "/organize/campaigns/:slug/letter/:language": [{}, { language: "en" }],
  "/organize/campaigns/:slug/letter/:language/comparison": [{ language: "en" }],
  "/organize/campaigns/:slug/letter/:language/versions/:number": [{ language: "en" }],
};

let world: DeskWorld;
let grace: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  world = await aDeskWorld();
  grace = await visit(opened.browser, opened.house.origin);
  await grace.page.context().addCookies([{ name: "organizer", value: world.session, url: opened.house.origin }]);
});

afterAll(() => grace?.close());

test("the desk's pages are found", () => {
  expect(PAGES.length).toBeGreaterThan(50);
});

test.each(PAGES)("%s stands in nobody's way: both themes, both widths, by keyboard alone", async (pattern) => {
  for (const path of addressesOf(pattern)) await lookAt(grace.page, path);
});

async function lookAt(page: Page, path: string) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  const answer = await page.goto(path, { waitUntil: "load" });
  expect({ status: answer?.status(), at: new URL(page.url()).pathname }).toEqual({ status: 200, at: path.split("?")[0] });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "pixels wide").toBeLessThanOrEqual(390);
  await expectAccessible(page, { onlyColours: true });
  await walkByKeyboard(page);
}

/** What draws something itself: no form's address that leads on, no layout around the pages, no file. */
function pagesOf(routes: readonly HouseRoute[]): string[] {
  const layouts = new Set(routes.map(({ parentId }) => parentId));
  return routes
    .filter(({ id, file }) => !layouts.has(id) && readFileSync(file, "utf8").includes("export default"))
    .map(({ pattern }) => pattern.replace("?index", ""));
}

/** Usually one; several where a page has more than one face. */
function addressesOf(pattern: string): string[] {
  const faces = FACES[pattern] ?? [{}];
  return faces.map((face) => {
    const filled: Partial<Record<string, string>> = { ...world, language: "ar", number: "1", kind: "drafts", list: "signatures" };
    return pattern.replace(/:(\w+)/g, (_, name: string) => filled[face[name] ?? name] ?? face[name] ?? name);
  });
}
