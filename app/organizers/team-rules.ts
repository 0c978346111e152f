import type { Role } from "./roles.ts";

export const INVITATION_DAYS = 7;
/** Of one campaign, and of one person over all of theirs: enough for a coalition, too few for a nuisance. */
export const MAX_INVITATIONS_AN_HOUR = 20;
export const MINUTES_BETWEEN_INVITATION_MAILS = 15;
/** For how long an invitation that is over stays, with the address it was sent to. */
export const KEPT_INVITATION_DAYS = 30;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function invitationExpiry(now: Date) {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}

/** When the next mail may go to an address that was mailed then. */
export function nextInvitationMail(mailedAt: Date) {
  return new Date(mailedAt.getTime() + MINUTES_BETWEEN_INVITATION_MAILS * MINUTE_MS);
}

export function keptSince(now: Date) {
  return new Date(now.getTime() - KEPT_INVITATION_DAYS * DAY_MS);
}

/** What the log calls an invitation, which may not name the address: "a reviewer". */
export function placeOf(role: Role) {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`;
}
