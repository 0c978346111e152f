const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A request that its mail's owner has not confirmed by then is forgotten. */
export const UNCONFIRMED_REQUEST_DAYS = 14;

export function minutesBefore(now: Date, minutes: number) {
  return new Date(now.getTime() - minutes * MINUTE_MS);
}

export function lastUnconfirmed(now: Date) {
  return new Date(now.getTime() - UNCONFIRMED_REQUEST_DAYS * DAY_MS);
}
