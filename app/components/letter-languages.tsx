import { paths } from "#app/http/paths.ts";
import { nativeName } from "#app/letters/languages.ts";

interface LetterLanguagesProps {
  campaign: { slug: string; language: string };
  languages: string[];
  /** The one on the page. */
  current: string;
  /** Where each leads; to the letter when nothing is said. */
  pathOf?: typeof letterPath;
}

/** The ways to the same letter in other languages, each named as its readers call it. */
export function LetterLanguages({ campaign, languages, current, pathOf = letterPath }: LetterLanguagesProps) {
  if (languages.length < 2) return null;
  return (
    <nav aria-label="Languages of the letter">
      <ul className="letter-languages">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={pathOf(campaign, language)}
              lang={language}
              hrefLang={language}
              aria-current={language === current ? "page" : undefined}
            >
              <bdi>{nativeName(language)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The letter's own address shows the campaign's main language. */
export function letterPath({ slug, language: main }: LetterLanguagesProps["campaign"], language: string) {
  return paths.letter(slug, language === main ? undefined : language);
}

/** The list of the letter's versions in a language. */
export function versionsPath({ slug, language: main }: LetterLanguagesProps["campaign"], language: string) {
  return paths.letterVersions(slug, language === main ? undefined : language);
}
