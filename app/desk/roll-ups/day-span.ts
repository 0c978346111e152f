/** One campaign's day, from midnight to midnight in UTC. */
export interface DaySpan {
  campaignId: string;
  /** "YYYY-MM-DD" */
  day: string;
  from: Date;
  to: Date;
}

/** How many values of a day are kept by name, the largest first. */
export const LARGEST = 20;
/** The rest of them together. No source, country or domain is spelled so. */
export const OTHER = "(other)";
/** A signature that came from no link of ours. */
export const NO_SOURCE = "(none)";
