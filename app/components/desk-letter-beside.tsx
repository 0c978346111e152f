import { LETTER_PARTS, type LetterText, partOf } from "#app/letters/letter-text.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { LanguageName } from "./desk-language-name.tsx";

/** The text that is translated from, part by part, with its Markdown as it was written. */
export function DeskLetterBeside({ language, text }: { language: string; text: LetterText }) {
  return (
    <section className="desk-letter-beside" aria-labelledby="beside">
      <h2 id="beside">
        <LanguageName language={language} />
      </h2>
      <dl>
        {LETTER_PARTS.filter((part) => partOf(text, part) !== "").map((part) => (
          <div key={part.part}>
            <dt>{part.label}</dt>
            <dd {...spokenIn(language)}>{partOf(text, part)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
