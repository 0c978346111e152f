import { isLetterLanguage } from "#app/letters/languages.ts";
import { notFound } from "./closed-doors.ts";

/** The language that a reader asks for by `?lang=`; undefined for none, and for what is none of ours. */
export function readLanguage(request: Request, parameter = "lang"): string | undefined {
  const language = new URL(request.url).searchParams.get(parameter) ?? "";
  return isLetterLanguage(language) ? language : undefined;
}

/** @throws 404 for what is no language of letters. */
export function requireLetterLanguage(tag = ""): string {
  if (!isLetterLanguage(tag)) throw notFound();
  return tag;
}
