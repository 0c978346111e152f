const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day of an instant as "YYYY-MM-DD", in UTC, so that a page is the same for every reader. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second is earlier. Days are "YYYY-MM-DD". */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Only days that exist: not 30 February, not "2026-2-3". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && dayOf(instant) === text;
}

/** The same day so many years earlier, for rules such as "evidence older than two years". */
export function yearsBefore(day: string, years: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCFullYear(instant.getUTCFullYear() - years);
  return dayOf(instant);
}
