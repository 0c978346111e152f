import { dayOf } from "#app/responses/calendar-days.ts";
import { DAY_MS, HOUR_MS, startOfDay } from "#app/desk/utc-days.ts";

/** The hour (UTC) from which a night's reconciliation is due. */
export const RECONCILE_HOUR = 3;

/** The day, "YYYY-MM-DD", in whose night a reconciliation was due last; one that was missed is due until it is done. */
export function lastNight(now: Date): string {
  return dayOf(new Date(now.getTime() - RECONCILE_HOUR * HOUR_MS));
}

export function nextReconciliation(now: Date): Date {
  const last = startOfDay(new Date(now.getTime() - RECONCILE_HOUR * HOUR_MS));
  return new Date(last.getTime() + DAY_MS + RECONCILE_HOUR * HOUR_MS);
}
