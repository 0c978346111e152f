import { numberWords } from "./number-of.ts";

export interface Found {
  wrongBy: number;
  wrongMinutes: number;
  wrongHours: number;
  wrongDays: number;
}

/** What a reconciliation found, as the desk and the public read it. */
export function foundInWords({ wrongBy, wrongMinutes, wrongHours, wrongDays }: Found): string {
  if (wrongBy !== 0) {
    return `The count was wrong by ${Math.abs(wrongBy).toLocaleString("en")} (too ${wrongBy > 0 ? "high" : "low"}) and was corrected`;
  }
  if (wrongMinutes > 0) return `The count was right; ${numberWords(wrongMinutes, "minute")} of it counted wrongly and were corrected`;
  if (wrongHours > 0) return `The count was right; the graph was wrong in ${numberWords(wrongHours, "hour")} and is counted anew`;
  if (wrongDays > 0) return `The count was right; the desk’s numbers of ${numberWords(wrongDays, "day")} were wrong and are counted anew`;
  return "Nothing was wrong";
}

export function isRight({ wrongBy, wrongMinutes, wrongHours, wrongDays }: Found): boolean {
  return wrongBy === 0 && wrongMinutes === 0 && wrongHours === 0 && wrongDays === 0;
}
