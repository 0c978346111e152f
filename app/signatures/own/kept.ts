import { boundedKeptDays, boundedUnconfirmedDays, erasureDue } from "../erasure.ts";
import type { ToldState } from "./told-state.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

interface Kept {
  state: ToldState;
  mailedAt: Date;
  campaign: { closedAt: Date | null; unconfirmedDays: number; keptDaysAfterClosing: number | null };
}

/** Until when a signature's name and address are kept: to a day where it is known, or so many days after closing, or until its owner says. */
export function keptUntil({ state, mailedAt, campaign }: Kept) {
  if (state === "pending") return { on: new Date(mailedAt.getTime() + boundedUnconfirmedDays(campaign.unconfirmedDays) * DAY_MS), daysAfterClosing: null };
  const days = campaign.keptDaysAfterClosing;
  return { on: erasureDue(campaign), daysAfterClosing: days === null ? null : boundedKeptDays(days) };
}
