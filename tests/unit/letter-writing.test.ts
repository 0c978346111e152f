import { describe, expect, test } from "vitest";
import { differenceOf } from "#app/letters/difference.ts";
import { directionOf, englishName, LETTER_LANGUAGES, nativeName } from "#app/letters/languages.ts";
import { LetterForm, readTypedLetter } from "#app/letters/letter-form.ts";
import { EMPTY_LETTER, missingParts } from "#app/letters/letter-text.ts";
import { letterLength } from "#app/letters/length.ts";
import { readableText } from "#app/letters/markdown.ts";

describe("the languages of letters", () => {
  test("are proper BCP 47 tags, each once, each with its names", () => {
    expect(LETTER_LANGUAGES).toEqual([...new Set(LETTER_LANGUAGES.map((tag) => Intl.getCanonicalLocales(tag)[0]))]);
    expect(LETTER_LANGUAGES.filter((tag) => nativeName(tag) === tag || englishName(tag) === tag)).toEqual([]);
    expect(LETTER_LANGUAGES.map(englishName)).toEqual(LETTER_LANGUAGES.map(englishName).toSorted((one, other) => one.localeCompare(other, "en")));
  });

  test("are read in their direction", () => {
    expect(LETTER_LANGUAGES.filter((tag) => directionOf(tag) === "rtl")).toEqual(["ar", "he", "ckb", "ps", "fa", "ur", "yi"]);
  });
});

describe("the length of a letter", () => {
  test.each([
    ["en", "", 0, 0],
    ["en", "One word.", 2, 1],
    ["en", "It isn’t **bold**.\n\n- a [link](https://example.org/not/a/word)\n", 5, 1],
    ["en", "word ".repeat(238), 238, 1],
    ["en", "word ".repeat(239), 239, 2],
    ["de", "Wort ".repeat(185), 185, 2],
    ["ja", "私たちは安全な製品だけを求めます。", 9, 1],
    ["ar", "نحن نكتب إليكم.", 3, 1],
  ])("in %s: %o", (language, text, words, minutes) => {
    const { words: counted, ...length } = letterLength(text, language);
    expect(length).toEqual({ minutes });
    // Where words are found by a dictionary, the dictionary's edition decides.
    expect(Math.abs(counted - words)).toBeLessThanOrEqual(language === "ja" ? 3 : 0);
  });

  test("is that of what is read, not of how it is written", () => {
    expect(readableText("# Dear **shops**\n\nPlease\nstop.").trim().split(/\s+/)).toEqual(["Dear", "shops", "Please", "stop."]);
  });
});

describe("the editor's form", () => {
  test("takes a draft that lacks everything", () => {
    expect(LetterForm.parse({})).toEqual({ revision: 0, text: EMPTY_LETTER });
    expect(missingParts(EMPTY_LETTER).map(({ field }) => field)).toEqual(["title", "addressees", "dated_on", "summary", "body"]);
  });

  test("keeps the line breaks of the letter, two spaces before them too, and none in the title", () => {
    const { text } = LetterForm.parse({ title: " Dear\n shops ", body: "\r\nOne  \r\ntwo\r\n\r\nthree\r\n" });
    expect(text).toMatchObject({ title: "Dear shops", bodyMarkdown: "One  \ntwo\n\nthree" });
  });

  test.each([["dated_on", "2026-02-30"], ["dated_on", "yesterday"], ["title", "x".repeat(201)], ["body", "x".repeat(60_001)]])("refuses %s %.12o", (field, value) => {
    expect(LetterForm.safeParse({ [field]: value }).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test.each(["-1", "x", "1e99", "", undefined])("takes revision %o for none", (revision) => {
    expect(LetterForm.parse({ revision }).revision).toBe(0);
  });

  test("gives a preview also of what may not be saved", () => {
    expect(readTypedLetter({ title: "x".repeat(300), dated_on: "never" })).toMatchObject({ title: "x".repeat(300), datedOn: null });
  });
});

describe("the difference of two letters", () => {
  const wholeOf = (parts: ReturnType<typeof differenceOf>, whose: "theirs" | "yours") =>
    parts.filter((part) => part.in === "both" || part.in === whose).map(({ text }) => text).join("");

  test("is by words also where no spaces part them, and where letters join", () => {
    expect(differenceOf("نحن نكتب إليكم", "نحن نطلب إليكم")).toContainEqual({ text: "نطلب", in: "yours" });
  });

  test("keeps whatever stands on either side whole, and in its order", () => {
    const [theirs, yours] = ["Dear shops,\n\nsell only\nwhat is safe.\n\nSam\n", "Dear all,\n\nsell nothing\nbut what is safe.\n\nToday.\n\nSam"];
    const parts = differenceOf(theirs, yours);
    expect([wholeOf(parts, "theirs"), wholeOf(parts, "yours")]).toEqual([theirs, yours]);
    expect(parts.slice(0, 3)).toEqual([{ text: "Dear ", in: "both" }, { text: "shops", in: "theirs" }, { text: "all", in: "yours" }]);
    expect(differenceOf("", "New")).toContainEqual({ text: "New", in: "yours" });
  });

  test("of two long texts with nothing in common is not looked for any further: both stand in it whole", () => {
    const [theirs = "", yours = ""] = ["alpha", "beta"].map((word) => Array.from({ length: 6_000 }, (_, place) => `${word}${place}`).join(" "));
    expect(differenceOf(theirs, yours)).toEqual([{ text: theirs, in: "theirs" }, { text: yours, in: "yours" }]);
  });
});
