import { WORDS_A_MINUTE } from "#app/letters/reading-speed.ts";

interface Length {
  words: number;
  minutes: number;
}

/** "1,234 words, 6 minutes to read". */
export function lengthInWords({ words, minutes }: Length) {
  if (words === 0) return "No words yet";
  return `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}, ${minutes} ${minutes === 1 ? "minute" : "minutes"} to read`;
}

export const LENGTH_RULE = `Counted are the words of the letter itself, as its language parts them. Reading takes a minute for each ${WORDS_A_MINUTE.english} words of English, ${WORDS_A_MINUTE.others} of any other language, rounded up.`;

/** "title, summary and letter". */
export function listInWords(words: readonly string[]) {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words.map((word) => word.toLowerCase()));
}

/** "24 Nov 2026, 22:09 UTC", the same on the server and in every browser. */
export function momentInWords(at: Date) {
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(at)}, ${at.toISOString().slice(11, 16)} UTC`;
}
