import { useLocation } from "@remix-run/react";
import { useSyncExternalStore } from "react";

/** As many as the house takes at once; see TICKED_MAX of app/desk/lists/selection.ts. */
const TICKS_MAX = 1_000;

export type Ticks = ReturnType<typeof useListTicks>;

/** Ticked rows, which stay ticked from page to page as long as the list and its filters are the same. */
export function useListTicks(query: string, page: readonly string[]) {
  const key = ticksKey(useLocation().pathname, query);
  const kept = useSyncExternalStore(subscribe, () => readStorage(key), () => undefined);
  const ticked = parseTicks(kept);
  const keep = (next: readonly string[]) => writeTicks(key, next.slice(0, TICKS_MAX));
  const isWholePage = page.every((id) => ticked.includes(id));
  const others = ticked.filter((id) => !page.includes(id));
  return {
    /** False as long as no script runs: then the boxes are plain ones. */
    isAlive: kept !== undefined,
    count: ticked.length,
    elsewhere: others,
    isWholePage,
    has: (id: string) => ticked.includes(id),
    turn: (id: string) => keep(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]),
    turnPage: () => keep(isWholePage ? others : [...others, ...page]),
    clear: () => keep([]),
  };
}

export function ticksKey(pathname: string, query: string) {
  return `ticks of ${pathname}?${query}`;
}

export function forgetTicks(key: string) {
  writeTicks(key, []);
}

const changes = new EventTarget();

function subscribe(onChange: () => void) {
  changes.addEventListener("change", onChange);
  return () => changes.removeEventListener("change", onChange);
}

function parseTicks(kept: string | undefined): string[] {
  return kept ? kept.split(" ") : [];
}

/** A browser may keep no storage for us; then nothing stays ticked. */
function readStorage(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function writeTicks(key: string, ids: readonly string[]) {
  try {
    if (ids.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, ids.join(" "));
  } catch {
    return;
  }
  changes.dispatchEvent(new Event("change"));
}
