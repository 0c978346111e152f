import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { Day } from "./day.tsx";
import { LetterLanguages, versionsPath } from "./letter-languages.tsx";
import { SignatureCount } from "./signature-count.tsx";
import { LetterNews } from "./letter-news.tsx";
import type { LetterPageProps } from "./letter-page-props.ts";
import { panelTitle } from "./sign-panel.tsx";

interface LetterHeadProps {
  campaign: Pick<LetterPageProps["campaign"], "slug" | "language" | "goal" | "canSign" | "isPaused" | "isWon">;
  letter: Omit<LetterPageProps["letter"], "number" | "datedOn" | "bodyHtml" | "sourcesHtml"> & {
    /** A draft may have none yet. */
    datedOn: string | null;
  };
  languages: LetterPageProps["languages"];
  signatureCount: number;
  underTexts?: LetterPageProps["underTexts"];
  paperCount?: number;
  /** Not where the head stands without its form. */
  hasSignLink?: boolean;
  newestPost?: LetterPageProps["newestPost"];
}

/** Whose letter to whom, what it says in two sentences, how many stand behind it, and the way to the form. */
export function LetterHead({ campaign, letter, languages, signatureCount, underTexts, paperCount = 0, hasSignLink = true, newestPost }: LetterHeadProps) {
  const spoken = spokenIn(letter.language);
  const under = underTexts && { ...underTexts, path: versionsPath(campaign, letter.language) };
  return (
    <header className="letter-head">
      <div className="letter-title" dir={spoken.dir}>
        <p className="dateline">
          <span>Open letter</span> {letter.datedOn && <bdi><Day on={letter.datedOn} /></bdi>}
        </p>
        <LetterLanguages campaign={campaign} languages={languages} current={letter.language} />
        <h1 {...spoken}>{letter.title}</h1>
        <p className="address">
          <span className="address-to">To</span> <span {...spoken}>{letter.addressees}</span>
        </p>
        <p className="letter-summary" {...spoken}>
          {letter.summary}
        </p>
      </div>
      <div className="letter-stamp">
        <SignatureCount slug={campaign.slug} count={signatureCount} goal={campaign.goal} language={INTERFACE_LANGUAGE} under={under} onPaper={paperCount} />
        {hasSignLink && (
          <a className={campaign.canSign ? "button sign-link" : "sign-link"} href="#sign">
            {panelTitle(campaign)}
          </a>
        )}
      </div>
      {newestPost && <LetterNews campaign={campaign} post={newestPost} />}
    </header>
  );
}
