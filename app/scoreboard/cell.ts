import { daysBetween } from "#app/responses/calendar-days.ts";
import { needsFreshLook } from "#app/responses/evidence.ts";
import { STANCE_VALUES, type StanceValue } from "#app/responses/stance-values.ts";

/** Where one retailer stands on one demand, as of a day. */
export interface Cell {
  stance: StanceValue;
  sinceOn: string | null;
  /** Days from `sinceOn`; of "no answer", the days of silence. */
  days: number | null;
  dueOn: string | null;
  /** A pledge whose own deadline has passed. */
  isOverdue: boolean;
  needsFreshLook: boolean;
}

interface PublishedStance {
  value: StanceValue;
  sinceOn: string;
  dueOn: string | null;
  capturedOn: string | null;
}

/** A demand nobody has published a stance on is "not assessed". */
export function cellOn(today: string, stance: PublishedStance | undefined): Cell {
  if (!stance) {
    return { stance: "not_assessed", sinceOn: null, days: null, dueOn: null, isOverdue: false, needsFreshLook: false };
  }
  const { value, sinceOn, dueOn, capturedOn } = stance;
  return {
    stance: value,
    sinceOn,
    days: daysBetween(sinceOn, today),
    dueOn,
    isOverdue: value === "pledged" && dueOn !== null && dueOn < today,
    needsFreshLook: value !== "not_assessed" && needsFreshLook(capturedOn, today),
  };
}

/** How often each stance occurs in a row, farthest along first; "not assessed" only when there is nothing else. */
export function tallyStances(cells: readonly Cell[]): { stance: StanceValue; count: number }[] {
  const tally = STANCE_VALUES.toReversed()
    .map((stance) => ({ stance, count: cells.filter((cell) => cell.stance === stance).length }))
    .filter(({ count }) => count > 0);
  const assessed = tally.filter(({ stance }) => stance !== "not_assessed");
  return assessed.length > 0 ? assessed : tally;
}
