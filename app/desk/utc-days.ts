import { dayOf } from "#app/responses/calendar-days.ts";

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** The house counts in days of UTC, so that a page is the same for every reader. */
export function startOfDay(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
}

export function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * DAY_MS);
}

/** The last so many days up to today, as "YYYY-MM-DD", the oldest first. */
export function lastDays(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, position) => dayOf(daysBefore(now, count - 1 - position)));
}
