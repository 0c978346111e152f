import { CAMPAIGN_STATES, type CampaignState } from "#app/campaigns/states.ts";

/** The job that asks signers again, by its name in app/clock/job-kinds.server.ts. */
export const ASK_AGAIN = "ask signers again";

interface AskedCampaign {
  state: CampaignState;
  isSample: boolean;
  /** When its signers were erased. */
  erasedAt: Date | null;
}

/** Nobody is asked of a letter that is not public yet or over for good, of a sample, or once their addresses are erased. */
export function canAskAgain({ state, isSample, erasedAt }: AskedCampaign): boolean {
  return CAMPAIGN_STATES[state].isPublic && state !== "archived" && !isSample && erasedAt === null;
}
