import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Where Tab led. */
export interface Stop {
  /** As it is read aloud, or its tag where it has no words. */
  name: string;
  /** Its place among the page's interactive elements; undefined outside of them. */
  place: number | undefined;
  /** What is wrong with it, e.g. that its focus cannot be seen. */
  faults: string[];
}

/** A date or a time field has a stop for each of its parts. */
const MOST_STOPS_IN_ONE = 8;
/** Besides the elements: the browser's own bar between the last and the first. */
const SPARE_STOPS = 20;

/**
 * Walks a page with Tab, from its beginning to its end, and fails when an interactive element is not reached, when the
 * focus cannot be seen, or when it does not come out again. Returns the names in the order in which they are reached.
 */
export async function walkByKeyboard(page: Page): Promise<string[]> {
  // Where the page glides to what has the focus, it would still be on its way when it is looked at.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const names = await markInteractive(page);
  const stops: Stop[] = [];
  let inOne = 0;
  for (let step = 0; step < names.length * MOST_STOPS_IN_ONE + SPARE_STOPS; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await readStop(page);
    if (!stop || (stop.place === stops[0]?.place && stops.length > 1)) break;
    inOne = stop.place === stops.at(-1)?.place ? inOne + 1 : 0;
    if (inOne > MOST_STOPS_IN_ONE) throw new Error(`Tab does not come out of “${stop.name}”.`);
    if (inOne === 0) stops.push(stop);
  }
  expect(stops.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`)), "what is wrong where Tab stops").toEqual([]);
  const reached = new Set(stops.map(({ place }) => place));
  expect(names.filter((_, place) => !reached.has(place)), "what Tab does not reach").toEqual([]);
  return stops.map(({ name }) => name);
}

/** Numbers what can be used and is shown; of radio buttons with one name Tab stops at one. Focus starts at the page's top. */
function markInteractive(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]";
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    const isUsable = (element: Element) => !element.matches(":disabled") && element.getAttribute("tabindex") !== "-1";
    const found = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => isShown(element) && isUsable(element));
    const groups = new Map<string, HTMLInputElement>();
    for (const element of found) {
      if (!(element instanceof HTMLInputElement) || element.type !== "radio") continue;
      const group = `${element.form?.action} ${element.name}`;
      if (!groups.has(group) || element.checked) groups.set(group, element);
    }
    const radios = new Set<HTMLElement>(groups.values());
    const stops = found.filter((element) => !(element instanceof HTMLInputElement) || element.type !== "radio" || radios.has(element));
    for (const old of document.querySelectorAll("[data-stop]")) old.removeAttribute("data-stop");
    for (const [place, element] of stops.entries()) element.setAttribute("data-stop", String(place));
    // Tab goes on from where the focus was last, so it is put before everything.
    document.body.setAttribute("tabindex", "-1");
    document.body.focus();
    document.body.removeAttribute("tabindex");
    globalThis.scrollTo(0, 0);
    return stops.map((element) => element.textContent?.trim().replace(/\s+/g, " ") || element.getAttribute("name") || element.localName);
  });
}

/** Undefined when the focus has left the page. What looks wrong is looked at again: a page may scroll with the next frame. */
async function readStop(page: Page): Promise<Stop | undefined> {
  const stop = await page.evaluate(lookAtFocus);
  if (!stop || stop.faults.length === 0) return stop;
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  return page.evaluate(lookAtFocus);
}

/** Runs in the page. */
function lookAtFocus(): Stop | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element === document.documentElement) return undefined;
  const style = getComputedStyle(element);
  const hasOutline = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== "rgba(0, 0, 0, 0)";
  const box = element.getBoundingClientRect();
  const isInView = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 1 && box.height > 1;
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const isCovered = isInView && top !== null && !element.contains(top) && !top.contains(element);
  const place = element.dataset["stop"];
  const faults = [
    ...(hasOutline ? [] : ["its focus has no outline"]),
    ...(isInView ? [] : ["it is not in view when it has the focus"]),
    ...(isCovered ? [`it is covered by ${top.localName}.${top.className}`] : []),
  ];
  const name = element.textContent?.trim().replace(/\s+/g, " ") || element.getAttribute("name") || element.localName;
  return { name, place: place === undefined ? undefined : Number(place), faults };
}
