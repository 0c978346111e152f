export const SIGN_IN_LINK_MINUTES = 15;
export const MAX_SIGN_IN_LINKS_AN_HOUR = 5;
export const SESSION_DAYS = 14;

const MINUTE_MS = 60_000;

export function linkExpiry(now: Date) {
  return new Date(now.getTime() + SIGN_IN_LINK_MINUTES * MINUTE_MS);
}

export function sessionExpiry(now: Date) {
  return new Date(now.getTime() + SESSION_DAYS * 24 * 60 * MINUTE_MS);
}

export function hourBefore(now: Date) {
  return new Date(now.getTime() - 60 * MINUTE_MS);
}
