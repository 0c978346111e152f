import type { CampaignState } from "#app/campaigns/states.ts";

interface CampaignMarksProps {
  state: CampaignState;
  isSample: boolean;
  isInTestMode: boolean;
}

/** State, test mode and sample in three words at most. */
export function CampaignMarks({ state, isSample, isInTestMode }: CampaignMarksProps) {
  return (
    <ul className="desk-marks">
      <li>{state}</li>
      <li className={isInTestMode ? "desk-mark-attention" : undefined}>{isInTestMode ? "test mode" : "live"}</li>
      {isSample && <li>sample</li>}
    </ul>
  );
}
