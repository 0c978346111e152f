import { yearsBefore } from "./calendar-days.ts";

/** How long a captured source speaks for today. After that it stays, and says that it is old. */
export const EVIDENCE_YEARS = 2;

export function needsFreshLook(capturedOn: string | null, today: string): boolean {
  return capturedOn !== null && capturedOn < yearsBefore(today, EVIDENCE_YEARS);
}
