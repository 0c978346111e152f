const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a request waits for its confirmation, and how long signers are kept after closing: what a campaign may choose. */
export const UNCONFIRMED_DAYS = { min: 1, max: 90 } as const;
export const KEPT_DAYS = { min: 30, max: 3650 } as const;

/** When the clock begins to erase the signers of a campaign; null as long as it is not closed, or where they are kept. */
export function erasureDue({ closedAt, keptDaysAfterClosing }: { closedAt: Date | null; keptDaysAfterClosing: number | null }): Date | null {
  if (closedAt === null || keptDaysAfterClosing === null) return null;
  return new Date(closedAt.getTime() + boundedKeptDays(keptDaysAfterClosing) * DAY_MS);
}

export function boundedKeptDays(days: number): number {
  return Math.max(days, KEPT_DAYS.min);
}

/** Within the bounds, whatever was stored. */
export function boundedUnconfirmedDays(days: number): number {
  return Math.min(Math.max(days, UNCONFIRMED_DAYS.min), UNCONFIRMED_DAYS.max);
}
