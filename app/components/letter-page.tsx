import script from "#app/scripts/letter.js?url";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { AnswersLine } from "./answers-line.tsx";
import { CoSigners } from "./co-signers.tsx";
import { Day } from "./day.tsx";
import { Demands, Standards } from "./demands.tsx";
import { paths } from "#app/http/paths.ts";
import { Foot } from "./foot.tsx";
import { LetterHead } from "./letter-head.tsx";
import type { LetterPageProps } from "./letter-page-props.ts";
import { Masthead } from "./masthead.tsx";
import { RecentSigners } from "./recent-signers.tsx";
import { SignPanel } from "./sign-panel.tsx";

/**
 * The broadside: the letter, the form beside it, the signatures beneath, and the answers. As a preview at the desk its
 * form sends nothing, and the count is not asked for again.
 */
export function LetterPage(props: LetterPageProps & { isPreview?: boolean }) {
  const { campaign, letter, isPreview = false } = props;
  return (
    <>
      <Masthead campaign={campaign} current="letter" />
      <main id="main" className="broadside">
        <LetterHead {...props} />
        <article className="letter-text" aria-label="The letter" {...spokenIn(letter.language)} dangerouslySetInnerHTML={{ __html: letter.bodyHtml }} />
        <VersionLine {...props} />
        <SignPanel campaign={campaign} letter={letter} partner={props.partner} isPreview={isPreview} />
        <div className="beneath">
          <CoSigners coSigners={props.coSigners} language={INTERFACE_LANGUAGE} askPath={campaign.canSign && !isPreview ? paths.coSign(campaign.slug) : undefined} />
          <RecentSigners slug={campaign.slug} signers={props.recentSigners} language={INTERFACE_LANGUAGE} />
          <Demands demands={props.demands} language={campaign.language} />
          <section className="print-too" aria-labelledby="answers-title">
            <h2 id="answers-title">Answers so far</h2>
            <AnswersLine board={props.board} campaignSlug={campaign.slug} hasForm={campaign.canSign} />
          </section>
          <Standards standards={props.standards} />
          <LetterSources html={letter.sourcesHtml} language={letter.language} />
        </div>
        <p className="print-only">Read, sign and follow the answers: {props.url}</p>
      </main>
      <Foot slug={campaign.slug} privacyContact={campaign.privacyContact} />
      {!isPreview && <script type="module" src={script} />}
    </>
  );
}

/** That the text was another once, and the way to what changed. */
function VersionLine({ campaign, letter, changedAt }: Pick<LetterPageProps, "campaign" | "letter" | "changedAt">) {
  if (!changedAt) return null;
  const language = letter.language === campaign.language ? undefined : letter.language;
  return (
    <p className="letter-version quiet">
      This is version {letter.number}, changed on <Day on={changedAt} />: <a href={paths.letterChanges(campaign.slug, letter.number, language)}>what changed</a>
    </p>
  );
}

/** Where the letter's facts come from. */
export function LetterSources({ html, language }: { html: string; language: string }) {
  if (!html) return null;
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <div className="sources" {...spokenIn(language)} dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
