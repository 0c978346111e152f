import { Day } from "./day.tsx";
import { SignatureCount } from "./signature-count.tsx";
import type { LetterPageProps } from "./letter-page-props.ts";
import { panelTitle } from "./sign-panel.tsx";

type LetterHeadProps = Pick<LetterPageProps, "campaign" | "letter" | "signatureCount">;

/** Whose letter to whom, what it says in two sentences, how many stand behind it, and the way to the form. */
export function LetterHead({ campaign, letter, signatureCount }: LetterHeadProps) {
  return (
    <header className="letter-head">
      <div className="letter-title">
        <p className="dateline">
          <span>Open letter</span> <Day on={letter.datedOn} language={letter.language} />
        </p>
        <h1>{letter.title}</h1>
        <p className="address">
          <span className="address-to">To</span> <span>{letter.addressees}</span>
        </p>
        <p className="letter-summary">{letter.summary}</p>
      </div>
      <div className="letter-stamp">
        <SignatureCount slug={campaign.slug} count={signatureCount} goal={campaign.goal} language={letter.language} />
        <a className={campaign.canSign ? "button sign-link" : "sign-link"} href="#sign">
          {panelTitle(campaign)}
        </a>
      </div>
    </header>
  );
}
