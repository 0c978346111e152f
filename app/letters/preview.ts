import { letterLength, type LetterLength } from "./length.ts";
import type { LetterText } from "./letter-text.ts";
import { letterHtml } from "./markdown.ts";

/** A text as the public page draws it, published or not. */
export interface LetterPreview {
  language: string;
  title: string;
  addressees: string;
  datedOn: string | null;
  summary: string;
  bodyHtml: string;
  sourcesHtml: string;
  length: LetterLength;
}

export function previewLetter({ bodyMarkdown, sourcesMarkdown, ...head }: LetterText, language: string): LetterPreview {
  return {
    ...head,
    language,
    bodyHtml: letterHtml(bodyMarkdown),
    sourcesHtml: letterHtml(sourcesMarkdown),
    length: letterLength(bodyMarkdown, language),
  };
}
