import { englishName, nativeName } from "#app/letters/languages.ts";

/** A language as the desk calls it, and as its readers do. */
export function LanguageName({ language }: { language: string }) {
  const [english, native] = [englishName(language), nativeName(language)];
  return (
    <>
      {english}
      {native !== english && (
        <>
          {" "}
          <bdi className="quiet" lang={language}>
            {native}
          </bdi>
        </>
      )}
    </>
  );
}
