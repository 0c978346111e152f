import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { boundedKeptDays, erasureDue } from "#app/signatures/erasure.ts";
import { db } from "#db/client.server.ts";
import { whatHindersOpening } from "./campaign-life.server.ts";

/** Where a campaign is in its life, what may come next, and what the clock is going to do to it. */
export async function readCampaignState(campaign: DeskCampaign, now: Date = new Date()) {
  const { state, opensAt, closesAt, openedAt, closedAt, isWon, erasedThrough, erasedAt, keptDaysAfterClosing } = campaign;
  const hindrances = state === "draft" ? await whatHindersOpening(db, campaign) : [];
  return {
    state,
    mayFollow: CAMPAIGN_STATES[state].mayFollow,
    openedAt,
    closedAt,
    isWon,
    opensAt,
    closesAt,
    hindrances,
    /** The hour of opening has come, and something stood in its way. */
    isOpeningOverdue: state === "draft" && opensAt !== null && opensAt <= now,
    canReopen: state === "closed" && erasedThrough === null,
    erasure: { keptDays: keptDaysAfterClosing === null ? null : boundedKeptDays(keptDaysAfterClosing), dueAt: erasureDue(campaign), erasedAt, hasBegun: erasedThrough !== null },
  };
}
