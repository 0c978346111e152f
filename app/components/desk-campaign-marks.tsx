import { Link } from "@remix-run/react";
import type { CampaignState } from "#app/campaigns/states.ts";
import { paths } from "#app/http/paths.ts";

interface CampaignMarksProps {
  state: CampaignState;
  isSample: boolean;
  isInTestMode: boolean;
  /** With it, the state leads to its page. */
  slug?: string;
}

/** State, test mode and sample in three words at most. */
export function CampaignMarks({ state, isSample, isInTestMode, slug }: CampaignMarksProps) {
  return (
    <ul className="desk-marks">
      <li>{slug ? <Link to={paths.deskState(slug)}>{state}</Link> : state}</li>
      <li className={isInTestMode ? "desk-mark-attention" : undefined}>{isInTestMode ? "test mode" : "live"}</li>
      {isSample && <li>sample</li>}
    </ul>
  );
}
