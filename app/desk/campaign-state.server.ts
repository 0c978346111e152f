import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { boundedKeptDays, erasureDue } from "#app/signatures/erasure.ts";
import { whatHindersOpening } from "./set-up.server.ts";

/** Where a campaign is in its life, what may come next, and what the clock is going to do to it. */
export async function readCampaignState(campaign: DeskCampaign, urls: { letter(slug: string): string }, now: Date = new Date()) {
  const { state, opensAt, closesAt, openedAt, closedAt, isWon, erasedThrough, erasedAt, keptDaysAfterClosing } = campaign;
  const hindrances = state === "draft" ? await whatHindersOpening(campaign, urls) : [];
  return {
    state,
    mayFollow: CAMPAIGN_STATES[state].mayFollow,
    openedAt,
    closedAt,
    isWon,
    opensAt,
    closesAt,
    /** Of a draft: the steps of its set-up that lack something. */
    hindrances: hindrances.map(({ title }) => title),
    /** The hour of opening has come, and something stood in its way. */
    isOpeningOverdue: state === "draft" && opensAt !== null && opensAt <= now,
    canReopen: state === "closed" && erasedThrough === null,
    erasure: { keptDays: keptDaysAfterClosing === null ? null : boundedKeptDays(keptDaysAfterClosing), dueAt: erasureDue(campaign), erasedAt, hasBegun: erasedThrough !== null },
  };
}
