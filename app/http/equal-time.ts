import { setTimeout as wait } from "node:timers/promises";

/**
 * Answers no sooner than `leastMs`, which is more than the work takes whatever it finds: so the time of the answer
 * tells nobody who has signed (or who is an organizer).
 */
export async function inEqualTime<Result>(leastMs: number, work: Promise<Result>): Promise<Result> {
  const [result] = await Promise.all([work, wait(leastMs)]);
  return result;
}
