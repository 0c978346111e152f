import { spokenIn } from "#app/letters/languages.ts";
import { paths } from "#app/http/paths.ts";
import { Page } from "./page.tsx";

interface CampaignListProps {
  campaigns: { slug: string; isSample: boolean; language: string; title: string; summary: string }[];
}

/** The front page of a house with more than one letter, or none. */
export function CampaignList({ campaigns }: CampaignListProps) {
  return (
    <Page>
      <h1>Open letters</h1>
      {campaigns.length === 0 && (
        <p className="lead">No letter is open for signing now. Letters that were published keep their own addresses.</p>
      )}
      {campaigns.length > 0 && (
        <ul className="ruled campaigns">
          {campaigns.map(({ slug, isSample, language, title, summary }) => (
            <li key={slug}>
              <h2 {...spokenIn(language)}>
                <a href={paths.letter(slug)}>{title}</a>
              </h2>
              <p className="lead" {...spokenIn(language)}>
                {summary}
              </p>
              {isSample && <p className="quiet">A sample with made-up retailers.</p>}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
