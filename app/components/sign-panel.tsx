import { spokenIn } from "#app/letters/languages.ts";
import { Day } from "./day.tsx";
import type { LetterPageProps } from "./letter-page-props.ts";
import { SignForm } from "./sign-form.tsx";

interface SignPanelProps {
  campaign: LetterPageProps["campaign"];
  letter: LetterPageProps["letter"];
  partner?: LetterPageProps["partner"];
  isPreview: boolean;
}

/** The form beside the letter, or why there is none and how it ended. */
export function SignPanel({ campaign, letter, partner, isPreview }: SignPanelProps) {
  return (
    <section className="sign-panel" id="sign" aria-labelledby="sign-title">
      <div className="sign-sheet">
        <h2 id="sign-title">{panelTitle(campaign)}</h2>
        {partner && (
          <p className="came-by">
            You came by <bdi>{partner.name}</bdi>.
          </p>
        )}
        {campaign.canSign ? <SignForm campaign={campaign} letter={letter} partner={partner} isPreview={isPreview} /> : <WhyNot campaign={campaign} />}
      </div>
    </section>
  );
}

function WhyNot({ campaign: { language, isPaused, isArchived, closedAt, endHtml } }: Pick<SignPanelProps, "campaign">) {
  if (isPaused) {
    return <p>No signatures are taken for the moment. Those that were given count as before, and the letter stays here. Please come back later.</p>;
  }
  return (
    <>
      {endHtml && <div className="end-message" {...spokenIn(language)} dangerouslySetInnerHTML={{ __html: endHtml }} />}
      <p className={endHtml ? "end-dates" : undefined}>
        {closedAt && (
          <>
            This letter was closed on <Day on={closedAt} />.{" "}
          </>
        )}
        The letter, its signatures and the answers stay here.
        {isArchived && " The campaign is archived: nothing more is sent or added."}
      </p>
    </>
  );
}

/** What the place of the form is called in each state; the head of the letter leads here by the same words. */
export function panelTitle({ canSign, isPaused, isWon }: Pick<SignPanelProps["campaign"], "canSign" | "isPaused" | "isWon">) {
  if (canSign) return "Sign the letter";
  if (isPaused) return "Signing is paused";
  return isWon ? "This campaign was won" : "Signing has ended";
}
