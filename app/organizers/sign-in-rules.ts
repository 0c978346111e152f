export const SIGN_IN_LINK_MINUTES = 15;
export const MAX_SIGN_IN_LINKS_AN_HOUR = 5;
/** The next link is mailed while the last one still works. */
const LINK_OVERLAP_MINUTES = 3;
export const SESSION_DAYS = 14;
/** How long the row of an expired session, and its cookie, tell whose a form is that the browser still sends. */
export const FORM_GRACE_DAYS = 1;
/** How long a way in counts as just proven, before a dangerous act. */
export const PROOF_MINUTES = 15;
export const PASSKEY_CHALLENGE_MINUTES = 5;
/** Tries of a code in as many minutes; after that it waits, and the mailed link does not. */
export const CODE_TRIES = 5;
export const CODE_WINDOW_MINUTES = 15;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

export function linkExpiry(now: Date) {
  return minutesAfter(now, SIGN_IN_LINK_MINUTES);
}

export function sessionExpiry(now: Date) {
  return minutesAfter(now, SESSION_DAYS * DAY_MINUTES);
}

/** Sessions that expired before then are forgotten. */
export function rowsKeptSince(now: Date) {
  return minutesBefore(now, FORM_GRACE_DAYS * DAY_MINUTES);
}

/** A link that was made before then is used up or soon over: another may be asked for. */
export function lastLinkEnds(now: Date) {
  return minutesBefore(now, SIGN_IN_LINK_MINUTES - LINK_OVERLAP_MINUTES);
}

export function hourBefore(now: Date) {
  return minutesBefore(now, 60);
}

export function minutesAfter(now: Date, minutes: number) {
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

export function minutesBefore(now: Date, minutes: number) {
  return minutesAfter(now, -minutes);
}

/** Whether a dangerous act may follow; what was never proven is not recent. */
export function isRecentProof(provenAt: Date | null, now: Date) {
  return provenAt !== null && provenAt > minutesBefore(now, PROOF_MINUTES);
}
