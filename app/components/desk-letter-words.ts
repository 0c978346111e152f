import { WORDS_A_MINUTE } from "#app/letters/reading-speed.ts";
import { numberInWords } from "./number-words.ts";

interface Length {
  words: number;
  minutes: number;
}

/** "1,234 words, 6 minutes to read". */
export function lengthInWords({ words, minutes }: Length) {
  if (words === 0) return "No words yet";
  return `${numberInWords(words)} ${words === 1 ? "word" : "words"}, ${minutes} ${minutes === 1 ? "minute" : "minutes"} to read`;
}

export const LENGTH_RULE = `Counted are the words of the letter itself, as its language parts them. Reading takes a minute for each ${WORDS_A_MINUTE.english} words of English, ${WORDS_A_MINUTE.others} of any other language, rounded up.`;

/** "title, summary and letter". */
export function listInWords(words: readonly string[]) {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words.map((word) => word.toLowerCase()));
}
