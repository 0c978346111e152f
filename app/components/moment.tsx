import { dayInWords } from "./day.tsx";

/** An instant to the minute, in UTC as everywhere on the desk, e.g. "24 November 2026, 14:03 UTC". */
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{momentInWords(at)}</time>;
}

/** "2026-11-24 14:03", for columns of instants, whose heads say that it is UTC. */
export function Minute({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{minuteInWords(at)}</time>;
}

export function momentInWords(at: Date, isShort = false) {
  return `${dayInWords(at.toISOString(), "en", isShort)}, ${timeInWords(at)}`;
}

/** "14:03 UTC". */
export function timeInWords(at: Date) {
  return `${at.toISOString().slice(11, 16)} UTC`;
}

export function minuteInWords(at: Date) {
  return at.toISOString().slice(0, 16).replace("T", " ");
}
