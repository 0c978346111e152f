/** How the house spells the addresses that a mail to a signer holds. Rooms do not know URLs; the door gives them. */
export interface SignerUrls {
  confirmation(token: string): string;
  denial(token: string): string;
  me(token: string): string;
}

/** How long a mailed link to a signer's own page works. One to confirm works as long as its campaign waits: see erasure.ts. */
export const LINK_DAYS = 30;
/** How long the link of the one mail about a changed letter works: there is no second one, and some read it after a holiday. */
export const ASKING_LINK_DAYS = 90;
/** How long the six digits of the same mail work, and how many wrong tries they bear. */
export const CODE_HOURS = 24;
export const MAX_CODE_TRIES = 5;
/** How long a browser may go on writing to retailers after it signed. */
export const SESSION_HOURS = 12;

/** Signatures whose mailed links open something: those that were found suspect or removed have none that do. */
export const LINKED_STATES = ["pending", "confirmed", "withdrawn"] as const;

export function daysAfter(now: Date, days: number) {
  return hoursAfter(now, days * 24);
}

export function hoursAfter(now: Date, hours: number) {
  return minutesAfter(now, hours * 60);
}

export function minutesAfter(now: Date, minutes: number) {
  return new Date(now.getTime() + minutes * 60_000);
}
