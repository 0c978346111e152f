import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const INSTALLED = [process.env["CHROME_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The system's Chromium, or the one that comes from npm where there is none. */
export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path && existsSync(path));
  return chromium.launch({ executablePath: installed ?? (await unpackChromium()), args: FLAGS });
}

/** It then brings its own system libraries too, which a bare machine lacks. */
async function unpackChromium() {
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs20.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

/**
 * A page of somebody's own browser. What nobody expects fails the test when `close` is called: an error in the
 * console, a script that throws, a request to anywhere but the house.
 */
export async function visit(browser: Browser, origin: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  const surprises: string[] = [];
  page.on("pageerror", (error) => surprises.push(error.message));
  page.on("console", (message) => {
    // A refused form, a missing page and a dead link answer with their status, which the browser logs.
    if (message.type() === "error" && !/the server responded with a status of (404|409|410|422)/.test(message.text())) {
      surprises.push(message.text());
    }
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) surprises.push(`a request to ${url.origin}`);
  });
  return {
    page,
    async close() {
      await context.close();
      expect(surprises).toEqual([]);
    },
  };
}

/** Not among what axe looks at by itself: that a finger meets what it aims at (24 pixels, or as much room around it). */
const ALSO = { "target-size": { enabled: true } };

/**
 * Nothing that axe can find stands in the way of anybody. `onlyColours` is for a page that was looked at in full, in
 * another theme or at another width: its colours, and the size of what is pressed.
 */
export async function expectAccessible(page: Page, { onlyColours = false } = {}) {
  // "Legacy" is axe without a second window for frames, of which our pages have none: a good deal faster.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ rules: ALSO });
  const { violations } = await (onlyColours ? axe.withTags("cat.color") : axe).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
}
