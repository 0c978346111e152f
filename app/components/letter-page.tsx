import script from "#app/scripts/letter.js?url";
import { AnswersLine } from "./answers-line.tsx";
import { CoSigners } from "./co-signers.tsx";
import { Demands, Standards } from "./demands.tsx";
import { Foot } from "./foot.tsx";
import { LetterHead } from "./letter-head.tsx";
import type { LetterPageProps } from "./letter-page-props.ts";
import { Masthead } from "./masthead.tsx";
import { RecentSigners } from "./recent-signers.tsx";
import { SignPanel } from "./sign-panel.tsx";

/** The broadside: the letter, the form beside it, the signatures beneath, and the answers. */
export function LetterPage(props: LetterPageProps) {
  const { campaign, letter } = props;
  return (
    <>
      <Masthead campaign={campaign} current="letter" />
      <main id="main" className="broadside">
        <LetterHead {...props} />
        <article className="letter-text" aria-label="The letter" dangerouslySetInnerHTML={{ __html: letter.bodyHtml }} />
        <SignPanel campaign={campaign} letter={letter} />
        <div className="beneath">
          <CoSigners coSigners={props.coSigners} language={letter.language} />
          <RecentSigners signers={props.recentSigners} language={letter.language} />
          <Demands demands={props.demands} />
          <section className="print-too" aria-labelledby="answers-title">
            <h2 id="answers-title">Answers so far</h2>
            <AnswersLine board={props.board} campaignSlug={campaign.slug} hasForm={campaign.canSign} />
          </section>
          <Standards standards={props.standards} />
          <Sources html={letter.sourcesHtml} />
        </div>
        <p className="print-only">Read, sign and follow the answers: {props.url}</p>
      </main>
      <Foot slug={campaign.slug} privacyContact={campaign.privacyContact} />
      <script type="module" src={script} />
    </>
  );
}

function Sources({ html }: { html: string }) {
  if (!html) return null;
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <div className="sources" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
