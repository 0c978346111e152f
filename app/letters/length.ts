import { readableText } from "./markdown.ts";
import { WORDS_A_MINUTE } from "./reading-speed.ts";
import { wordSegments } from "./word-segments.ts";

export interface LetterLength {
  words: number;
  minutes: number;
}

/**
 * Words as the letter's language parts them, also where it writes no spaces between them; minutes rounded up to whole
 * ones, none for an empty letter.
 */
export function letterLength(bodyMarkdown: string, language: string): LetterLength {
  const words = wordSegments(readableText(bodyMarkdown), language).filter(({ isWord }) => isWord).length;
  const isEnglish = language === "en" || language.startsWith("en-");
  return { words, minutes: Math.ceil(words / (isEnglish ? WORDS_A_MINUTE.english : WORDS_A_MINUTE.others)) };
}
