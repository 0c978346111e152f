// Keeps the count on an open letter page fresh, while somebody looks at it.
const EVERY_MS = 20_000;
const stamp = document.querySelector("[data-count-url]");
const number = new Intl.NumberFormat(document.documentElement.lang);

if (stamp instanceof HTMLElement) setInterval(() => refresh(stamp).catch(() => {}), EVERY_MS);

/** @param {HTMLElement} place */
async function refresh(place) {
  if (document.hidden) return;
  const answer = await fetch(place.dataset.countUrl ?? "");
  if (!answer.ok) return;
  const { count, goal, under_texts: underTexts } = await answer.json();
  const shown = place.querySelector("[data-count]");
  const bar = place.querySelector("progress");
  if (shown) shown.textContent = number.format(count);
  for (const text of ["today", "earlier"]) {
    const part = place.querySelector(`[data-count-${text}]`);
    if (part && underTexts) part.textContent = number.format(underTexts[text]);
  }
  if (bar) bar.value = Math.min(count, goal);
}
