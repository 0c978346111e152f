import { Link } from "@remix-run/react";
import type { LetterLanguage } from "#app/desk/letter.server.ts";
import { paths } from "#app/http/paths.ts";
import { listInWords } from "./desk-letter-words.ts";

interface DeskLetterStateProps {
  campaign: { slug: string; isDraft: boolean };
  state: LetterLanguage;
}

/** How the saved draft stands to what the public reads, and the ways to see and publish it. */
export function DeskLetterState({ campaign: { slug, isDraft }, state }: DeskLetterStateProps) {
  const { language, published, changed, missing } = state;
  const canBePublished = changed.length > 0 && missing.length === 0;
  return (
    <>
      <span>{stateInWords(state)}</span>
      {published && <Link to={paths.deskLetterComparison(slug, language)}>Compare versions</Link>}
      <a href={paths.deskLetterPage(slug, language)}>See the whole page</a>
      {canBePublished && isDraft && <span className="quiet">Published with the campaign</span>}
      {canBePublished && !isDraft && <Link to={paths.deskLetterPublication(slug, language)}>Review and publish</Link>}
    </>
  );
}

function stateInWords({ published, changed, missing }: LetterLanguage) {
  const lacks = missing.length > 0 ? ` Lacks ${listInWords(missing)}.` : "";
  if (!published) return changed.length === 0 ? "Nothing saved yet." : `Not published.${lacks}`;
  if (changed.length === 0) return `Version ${published.number} is public; the draft says the same.`;
  return `Version ${published.number} is public. The draft differs in ${listInWords(changed)}.${lacks}`;
}
