import { findLastReconciliation } from "#app/desk/counting/reconciliations.server.ts";
import { nextReconciliation } from "#app/desk/counting/night.ts";
import { foundInWords } from "#app/desk/counting/reconciliation-words.ts";
import { countDueReminders } from "#app/signatures/count-reminders.server.ts";
import { readStateCounts } from "#app/signatures/count-states.server.ts";
import { boundedUnconfirmedDays, erasureDue } from "#app/signatures/erasure.ts";
import { countExpired } from "#app/signatures/forget-requests.server.ts";
import { reminderDays } from "#app/signatures/reminding.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { sql } from "#db/client.server.ts";
import { readClockRounds } from "./read-rounds.server.ts";

export type CampaignClock = Awaited<ReturnType<typeof readCampaignClock>>;

/** More are told as "or more". */
export const COUNTED_MOST = 10_000;

interface Wound {
  id: string;
  state: string;
  isSample: boolean;
  unconfirmedDays: number;
  remindAfterDays: number | null;
  keptDaysAfterClosing: number | null;
  closedAt: Date | null;
  erasedThrough: string | null;
  erasedAt: Date | null;
}

/** What the clock does for one campaign, what each of it would do next, and what every round did last. */
export async function readCampaignClock(campaign: Wound, now: Date = new Date()) {
  const [clock, confirmed, states, toForget, toRemind, last, counts] = await Promise.all([
    readClockRounds(now),
    countSignatures(campaign.id),
    readStateCounts(campaign.id),
    countExpired(campaign, now, COUNTED_MOST),
    campaign.state === "open" && !campaign.isSample ? countDueReminders(campaign, now, COUNTED_MOST) : 0,
    findLastReconciliation(campaign.id),
    readRollUpState(campaign.id),
  ]);
  return {
    ...clock,
    states: states ? { confirmed, ...states } : null,
    forgetting: { days: boundedUnconfirmedDays(campaign.unconfirmedDays), due: toForget },
    reminding: { days: reminderDays(campaign), due: toRemind, isHeld: campaign.state !== "open", isSample: campaign.isSample },
    erasure: {
      keptDays: campaign.keptDaysAfterClosing, dueAt: erasureDue(campaign), erasedAt: campaign.erasedAt, hasBegun: campaign.erasedThrough !== null,
    },
    reconciling: { last: last && { endedAt: last.endedAt, counted: last.counted, found: foundInWords(last) }, nextAt: nextReconciliation(now) },
    counts,
  };
}

async function readRollUpState(campaignId: string) {
  const [row] = await sql<{ talliedThrough: Date | null; rolledUpAt: Date | null; daysToCount: number }[]>`
    select (select counted_through from tally_marks where campaign_id = ${campaignId}) as "talliedThrough",
      (select max(counted_at) from counted_days where campaign_id = ${campaignId}) as "rolledUpAt",
      (select count(*)::int from counted_days where campaign_id = ${campaignId} and touched_at is not null) as "daysToCount"`;
  return row ?? { talliedThrough: null, rolledUpAt: null, daysToCount: 0 };
}
