import { readableText } from "./markdown.ts";
import { WORDS_A_MINUTE } from "./reading-speed.ts";

export interface LetterLength {
  words: number;
  minutes: number;
}

/**
 * Words as the letter's language parts them, also where it writes no spaces between them; minutes rounded up to whole
 * ones, none for an empty letter.
 */
export function letterLength(bodyMarkdown: string, language: string): LetterLength {
  const words = countWords(readableText(bodyMarkdown), language);
  const isEnglish = language === "en" || language.startsWith("en-");
  return { words, minutes: Math.ceil(words / (isEnglish ? WORDS_A_MINUTE.english : WORDS_A_MINUTE.others)) };
}

function countWords(text: string, language: string) {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) if (isWordLike) words += 1;
  return words;
}
