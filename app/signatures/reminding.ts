import { boundedUnconfirmedDays } from "./erasure.ts";

interface Waiting {
  unconfirmedDays: number;
  remindAfterDays: number | null;
}

export interface Reminding {
  id: string;
  unconfirmedDays: number;
  /** Mailed after this, a request is still alive; mailed until that, it is due. */
  after: Date;
  until: Date;
}

/**
 * After how many days a request is reminded of; null where none is: the campaign mails no reminder, or forgets requests
 * before a day is left for it.
 */
export function reminderDays({ unconfirmedDays, remindAfterDays }: Waiting): number | null {
  if (remindAfterDays === null) return null;
  const days = Math.min(Math.max(remindAfterDays, 1), boundedUnconfirmedDays(unconfirmedDays) - 1);
  return days < 1 ? null : days;
}
