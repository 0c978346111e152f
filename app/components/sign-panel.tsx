import { Day } from "./day.tsx";
import type { LetterPageProps } from "./letter-page-props.ts";
import { SignForm } from "./sign-form.tsx";

interface SignPanelProps {
  campaign: LetterPageProps["campaign"];
  letter: LetterPageProps["letter"];
  isPreview: boolean;
}

/** The form beside the letter, or why there is none. */
export function SignPanel({ campaign, letter, isPreview }: SignPanelProps) {
  return (
    <section className="sign-panel" id="sign" aria-labelledby="sign-title">
      <div className="sign-sheet">
        <h2 id="sign-title">{title(campaign)}</h2>
        {campaign.canSign && <SignForm campaign={campaign} letter={letter} isPreview={isPreview} />}
        {campaign.isPaused && <p>No signatures are taken for the moment. Please come back later.</p>}
        {!campaign.canSign && !campaign.isPaused && (
          <p>
            {campaign.closedAt && (
              <>
                This letter was closed on <Day on={campaign.closedAt} />.{" "}
              </>
            )}
            The letter, its signatures and the answers stay here.
          </p>
        )}
      </div>
    </section>
  );
}

function title({ canSign, isPaused }: SignPanelProps["campaign"]) {
  if (canSign) return "Sign the letter";
  return isPaused ? "Signing is paused" : "Signing has ended";
}
