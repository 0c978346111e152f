/**
 * Charts are drawn across their place's width, in per cent, and down it in pixels: no viewBox stretches them, so their
 * words are as large on a phone as anywhere.
 */
export interface Column {
  x: string;
  width: string;
  middle: string;
}

/** The column at a position among so many; it fills its share of the width but for the gap. */
export function columnAt(position: number, count: number, filled = 0.75): Column {
  const share = 100 / count;
  return {
    x: percent((position + (1 - filled) / 2) * share),
    width: percent(filled * share),
    middle: percent((position + 0.5) * share),
  };
}

/** Pixels from the ground; whatever is more than nothing is seen. */
export function heightOf(value: number, top: number, pixels: number): number {
  if (value <= 0 || top <= 0) return 0;
  return Math.max(1, Math.round((Math.min(value, top) / top) * pixels));
}

/** Across, as a bar from the left. */
export function lengthOf(value: number, top: number): string {
  if (value <= 0 || top <= 0) return "0%";
  return percent(Math.max(0.4, (Math.min(value, top) / top) * 100));
}

/** The round number at or above the highest, for the line at the top: 1, 2 or 5 and noughts. */
export function roundTop(highest: number): number {
  if (highest <= 1) return 1;
  const nought = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 5, 10].find((candidate) => candidate * nought >= highest) ?? 10;
  return step * nought;
}

/** Cut to fit, with a sign that it was; the table beneath has it whole. */
export function shorten(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}

function percent(value: number) {
  return `${Math.round(value * 100) / 100}%`;
}
