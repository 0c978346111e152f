import { inWords } from "#app/signatures/proof/numbers-in-words.ts";

const ORDINALS = ["first", "second", "third", "fourth"];
const ANIMALS =
  /\b(badger|bear|beaver|bee|camel|cat|cow|crow|deer|dog|dolphin|donkey|duck|eagle|elephant|fox|frog|goat|goose|hedgehog|hen|horse|lion|monkey|mouse|otter|owl|pig|rabbit|sheep|snail|spider|squirrel|swan|tiger|whale|wolf|zebra)\b/;

/** Answers as a person does who reads the question. */
export function answerTo(text: string): string {
  const words = text.slice(text.indexOf(":") + 2, -1).split(", ");
  if (text.startsWith("Write this number")) return String(numberOf(words[0] ?? ""));
  if (text.startsWith("Write the")) return words[ORDINALS.findIndex((ordinal) => text.includes(ordinal))] ?? "";
  if (text.includes("animal")) return ANIMALS.exec(text)?.[1] ?? "";
  const sorted = words.toSorted((one, other) => numberOf(one) - numberOf(other));
  return sorted.at(text.includes("largest") ? -1 : 0) ?? "";
}

function numberOf(words: string) {
  return Array.from({ length: 1_000 }, (_, number) => inWords(number)).indexOf(words);
}
