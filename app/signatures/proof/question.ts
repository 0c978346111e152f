import { inWords } from "./numbers-in-words.ts";

const THINGS = [
  "apple", "basket", "blanket", "bottle", "bridge", "bucket", "button", "candle", "carpet", "chair", "cloud", "coffee", "copper", "corner",
  "cotton", "curtain", "door", "drawer", "feather", "fence", "flower", "garden", "glass", "glove", "hammer", "harbour", "honey", "island", "jacket",
  "kettle", "kitchen", "ladder", "lamp", "lemon", "letter", "market", "meadow", "melon", "mirror", "mountain", "needle", "orange", "paper", "pencil",
  "pillow", "pocket", "potato", "river", "road", "roof", "salt", "shelf", "shirt", "silver", "spoon", "station", "stone", "sugar", "table", "ticket",
  "tower", "train", "umbrella", "valley", "village", "wallet", "water", "wheel", "window", "winter",
];
const ANIMALS = [
  "badger", "bear", "beaver", "bee", "camel", "cat", "cow", "crow", "deer", "dog", "dolphin", "donkey", "duck", "eagle", "elephant", "fox", "frog",
  "goat", "goose", "hedgehog", "hen", "horse", "lion", "monkey", "mouse", "otter", "owl", "pig", "rabbit", "sheep", "snail", "spider", "squirrel",
  "swan", "tiger", "whale", "wolf", "zebra",
];
const ORDINALS = ["first", "second", "third", "fourth"];

interface AskedAndAnswered {
  text: string;
  answer: string;
}

/** A number below `limit`, made of some of a question's bytes. */
type Pick = (limit: number) => number;

const KINDS: readonly ((pick: Pick) => AskedAndAnswered)[] = [numberInDigits, wordOfList, outermostNumber, animalOfList];

/**
 * One simple question that needs no eye and no ear, made of random bytes (at least 16 of them): the same bytes are the
 * same question. No answer is right more often than one time in thirty.
 */
export function questionOf(bytes: Uint8Array): AskedAndAnswered {
  let at = 0;
  const pick = (limit: number) => {
    const two = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    at += 2;
    return two % limit;
  };
  const kind = KINDS[pick(KINDS.length)] ?? numberInDigits;
  return kind(pick);
}

/** As it was meant: letter case, space, marks around it, digits of another script, and small numbers in digits or in words are the same answer. */
export function isAnswer({ answer }: AskedAndAnswered, typed: string): boolean {
  return asMeant(typed) === asMeant(answer);
}

function numberInDigits(pick: Pick): AskedAndAnswered {
  const number = 100 + pick(900);
  return { text: `Write this number in digits: ${inWords(number)}.`, answer: String(number) };
}

function wordOfList(pick: Pick): AskedAndAnswered {
  const words = several(THINGS, 4, pick);
  const place = pick(4);
  return { text: `Write the ${ORDINALS[place]} of these words: ${words.join(", ")}.`, answer: words[place] ?? "" };
}

function outermostNumber(pick: Pick): AskedAndAnswered {
  const numbers = several(Array.from({ length: 80 }, (_, number) => number + 20), 3, pick);
  const [which, answer] = pick(2) === 0 ? ["largest", Math.max(...numbers)] : ["smallest", Math.min(...numbers)];
  return { text: `Which of these numbers is the ${which}: ${numbers.map(inWords).join(", ")}?`, answer: String(answer) };
}

function animalOfList(pick: Pick): AskedAndAnswered {
  const animal = ANIMALS[pick(ANIMALS.length)] ?? "";
  const words = several(THINGS, 2, pick);
  words.splice(pick(3), 0, animal);
  return { text: `Which of these is an animal: ${words.join(", ")}?`, answer: animal };
}

/** So many different ones of the list. */
function several<Thing>(list: readonly Thing[], count: number, pick: Pick): Thing[] {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(pick(left.length), 1)).flat();
}

function asMeant(typed: string) {
  const plain = typed.normalize("NFKC").toLowerCase().replace(/\p{Nd}/gu, westernDigit).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return /^\d{1,2}$/.test(plain) ? inWords(Number(plain)).replace("-", " ") : plain;
}

/** Every script's digits stand in a row of ten, from zero. */
function westernDigit(digit: string) {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return String(code - zero);
}
