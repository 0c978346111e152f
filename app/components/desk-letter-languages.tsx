import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import type { LetterLanguage } from "#app/desk/letter.server.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";
import { LanguageName } from "./desk-language-name.tsx";
import { lengthInWords, listInWords } from "./desk-letter-words.ts";

interface DeskLetterLanguagesProps {
  campaign: { slug: string; language: string; isDraft: boolean };
  languages: LetterLanguage[];
  canEdit: boolean;
}

/** A row a language: what the public reads in it, what waits in its draft, and the ways on. */
export function DeskLetterLanguages({ campaign, languages, canEdit }: DeskLetterLanguagesProps) {
  return (
    <table className="desk-table desk-table-stacking" aria-label="Languages of the letter">
      <thead>
        <tr>
          <th scope="col">Language</th>
          <th scope="col">Title</th>
          <th scope="col">In public</th>
          <th scope="col">Draft</th>
          <th scope="col">Length</th>
          <th scope="col">
            <span className="unseen">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {languages.map((letter) => (
          <tr key={letter.language}>
            <th scope="row">
              <LanguageName language={letter.language} />
              {letter.language === campaign.language && <span className="desk-letter-main">Main language</span>}
            </th>
            <td data-label="Title">
              {letter.title ? <bdi {...spokenIn(letter.language)}>{letter.title}</bdi> : <span className="quiet">Untitled</span>}
            </td>
            <td data-label="In public">
              <Published letter={letter} slug={campaign.slug} />
            </td>
            <td data-label="Draft">{draftInWords(letter)}</td>
            <td data-label="Length">{lengthInWords(letter.length)}</td>
            <td>
              <Ways campaign={campaign} letter={letter} canEdit={canEdit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Published({ letter: { published, language }, slug }: { letter: LetterLanguage; slug: string }) {
  if (!published) return <>Not published</>;
  return (
    <>
      <Link to={paths.deskLetterVersion(slug, language, published.number)}>Version {published.number}</Link>
      {published.publishedAt && (
        <>
          , <Day on={published.publishedAt} isShort />
        </>
      )}
    </>
  );
}

function draftInWords({ changed, missing, published }: LetterLanguage) {
  if (changed.length === 0) return published ? "No changes" : "Nothing written yet";
  if (missing.length > 0) return `Lacks ${listInWords(missing)}`;
  return published ? `Changes in ${listInWords(changed)}` : "Ready to publish";
}

function Ways({ campaign, letter, canEdit }: Omit<DeskLetterLanguagesProps, "languages"> & { letter: LetterLanguage }) {
  const { language, published, changed, missing } = letter;
  const main = paths.deskLetterMain(campaign.slug, language);
  const canBecomeMain = canEdit && language !== campaign.language && (campaign.isDraft || published !== null);
  return (
    <div className="desk-letter-ways">
      {canEdit && <Link to={paths.deskLetterIn(campaign.slug, language)}>{changed.length > 0 || published ? "Edit" : "Write"}</Link>}
      <a href={paths.deskLetterPage(campaign.slug, language)}>See the page</a>
      {changed.length > 0 && missing.length === 0 && !campaign.isDraft && <Link to={paths.deskLetterPublication(campaign.slug, language)}>Review and publish</Link>}
      {canBecomeMain && (
        <Form method="post" action={main}>
          <DeskButton busy="Changing…" action={main} isQuiet>
            Make main
          </DeskButton>
        </Form>
      )}
    </div>
  );
}
