import { isLetterLanguage } from "#app/letters/languages.ts";

/** The language that a reader asks for by `?lang=`; undefined for none, and for what is none of ours. */
export function readLanguage(request: Request): string | undefined {
  const language = new URL(request.url).searchParams.get("lang") ?? "";
  return isLetterLanguage(language) ? language : undefined;
}
