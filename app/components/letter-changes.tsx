import { paths } from "#app/http/paths.ts";
import type { ComparedPart } from "#app/letters/difference.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { Day } from "./day.tsx";
import { Difference } from "./difference.tsx";
import { versionsPath } from "./letter-languages.tsx";
import { Page } from "./page.tsx";

interface Version {
  number: number;
  title: string;
  isMaterial: boolean;
  changeSummary: string;
  publishedAt: Date | null;
}

interface LetterChangesProps {
  campaign: { slug: string; name: string; language: string; privacyContact: string };
  language: string;
  linkLanguage: string | undefined;
  letterUrl: string;
  older: Version;
  newer: Version;
  newest: Version;
  /** The versions that made the changes, with what their organizers say of them. */
  summaries: Version[];
  parts: ComparedPart[];
}

/** A page: what changed between two versions, first in the organizers' words, then word by word. */
export function LetterChanges({ campaign, language, linkLanguage, letterUrl, older, newer, newest, summaries, parts }: LetterChangesProps) {
  return (
    <Page campaign={campaign}>
      <p className="over-title" {...spokenIn(language)}>
        {newer.title}
      </p>
      <h1>{newer.number - older.number === 1 ? `What version ${newer.number} changed` : `What changed from version ${older.number} to version ${newer.number}`}</h1>
      {summaries.map((version) => (
        <Summary key={version.number} version={version} language={language} />
      ))}
      <p className="actions">
        <a href={paths.letterVersion(campaign.slug, older.number, linkLanguage)}>Version {older.number}</a>
        {newer.number !== newest.number && <a href={paths.letterVersion(campaign.slug, newer.number, linkLanguage)}>Version {newer.number}</a>}
        <a href={letterUrl}>The letter today</a>
        <a href={versionsPath(campaign, language)}>All versions</a>
      </p>
      <section aria-labelledby="difference">
        <h2 id="difference">Word by word</h2>
        {parts.length === 0 ? (
          <p>{older.number === newer.number ? "Nothing has changed: this is the letter as it stands." : "They say the same, word for word."}</p>
        ) : (
          <Difference parts={parts} language={language} older={`version ${older.number}`} newer={`version ${newer.number}`} />
        )}
      </section>
    </Page>
  );
}

function Summary({ version: { number, isMaterial, changeSummary, publishedAt }, language }: { version: Version; language: string }) {
  return (
    <div className="version-row">
      <p className="quiet">
        Version {number}
        {publishedAt && (
          <>
            , <Day on={publishedAt} />
          </>
        )}
        {isMaterial ? ": a material change" : ": no material change"}
      </p>
      {changeSummary && (
        <p className="version-summary" {...spokenIn(language)}>
          {changeSummary}
        </p>
      )}
    </div>
  );
}
