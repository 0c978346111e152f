import type { LetterPreview } from "#app/letters/preview.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { LetterHead } from "./letter-head.tsx";
import { LetterSources } from "./letter-page.tsx";

interface DeskLetterPreviewProps {
  campaign: { slug: string; language: string; goal: number };
  letter: LetterPreview;
  languages: string[];
  signatureCount: number;
}

/** A text of the letter drawn by the public page's own parts and style sheet, on a sheet of its own. */
export function DeskLetterPreview({ campaign, letter, languages, signatureCount }: DeskLetterPreviewProps) {
  const { length: _, bodyHtml, sourcesHtml, ...head } = letter;
  return (
    <div className="desk-letter-sheet">
      <LetterHead
        campaign={{ ...campaign, canSign: false, isPaused: false, isWon: false }}
        letter={head}
        languages={languages}
        signatureCount={signatureCount}
        hasSignLink={false}
      />
      <article className="letter-text" aria-label="The letter" {...spokenIn(letter.language)} dangerouslySetInnerHTML={{ __html: bodyHtml }} />
      <div className="beneath">
        <LetterSources html={sourcesHtml} language={letter.language} />
      </div>
    </div>
  );
}
