import { type RefObject, useEffect } from "react";

const DOWN = ["j", "ArrowDown"];
const UP = ["k", "ArrowUp"];

/** "/" goes to the first filter; j and k, or the arrows once a row has the focus, go from row to row, x ticks one. */
export function useListKeys(place: RefObject<HTMLElement>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const list = place.current;
      if (!list) return;
      if (event.key === "/") return focusFilter(list, event);
      const isArrow = event.key.startsWith("Arrow");
      if (isArrow && !list.querySelector("[data-row]:focus-within")) return;
      if (event.key === "x") list.querySelector<HTMLInputElement>("[data-row]:focus-within input[type=checkbox]")?.click();
      if (DOWN.includes(event.key)) focusRow(list, event, 1);
      if (UP.includes(event.key)) focusRow(list, event, -1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [place]);
}

function focusFilter(list: HTMLElement, event: KeyboardEvent) {
  const first = list.querySelector<HTMLElement>(".desk-filters select, .desk-filters input:not([type=hidden])");
  const fold = list.querySelector<HTMLDetailsElement>(".desk-filters");
  if (!first || !fold) return;
  event.preventDefault();
  fold.open = true;
  first.focus();
}

/** The focus goes to what the row offers first after its tick: its link. */
function focusRow(list: HTMLElement, event: KeyboardEvent, step: 1 | -1) {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  const within = document.activeElement instanceof HTMLInputElement && at !== -1 ? "input[type=checkbox]" : "a, summary, input";
  const target = next?.querySelector<HTMLElement>(within);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}

function isTyping(target: EventTarget | null) {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
