import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { inWords } from "#app/signatures/proof/numbers-in-words.ts";
import { isAnswer, questionOf } from "#app/signatures/proof/question.ts";

const MANY = Array.from({ length: 4_000 }, (_, turn) => questionOf(bytesOf(turn)));

function bytesOf(turn: number) {
  return createHash("sha256").update(String(turn)).digest();
}

/** Questions as they are told apart by their first words. */
function kindOf(text: string) {
  return ["Write this number", "Write the", "Which of these numbers is the", "Which of these is an animal"].find((start) => text.startsWith(start));
}

test.each([[0, "zero"], [7, "seven"], [13, "thirteen"], [20, "twenty"], [84, "eighty-four"], [100, "one hundred"], [417, "four hundred and seventeen"], [999, "nine hundred and ninety-nine"]])(
  "%i is %o in words",
  (number, words) => {
    expect(inWords(number)).toBe(words);
  },
);

describe("a question", () => {
  test("is one of four kinds, and answered by what it tells", () => {
    expect(new Set(MANY.map(({ text }) => kindOf(text)))).toEqual(
      new Set(["Write this number", "Write the", "Which of these numbers is the", "Which of these is an animal"]),
    );
    for (const { text, answer } of MANY) {
      const words = text.slice(text.indexOf(":") + 2, -1).split(", ");
      const told = /^\d+$/.test(answer) ? inWords(Number(answer)) : answer;
      expect(words).toContain(told);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  test("is the same for the same bytes, and hardly ever for others", () => {
    expect(questionOf(bytesOf(7))).toEqual(questionOf(bytesOf(7)));
    expect(new Set(MANY.map(({ text }) => text)).size).toBeGreaterThan(3_000);
  });

  test("has no answer that is right often, in any kind", () => {
    for (const kind of new Set(MANY.map(({ text }) => kindOf(text)))) {
      const ofKind = MANY.filter(({ text }) => kindOf(text) === kind).map(({ answer }) => answer);
      const times = new Map<string, number>();
      for (const answer of ofKind) times.set(answer, (times.get(answer) ?? 0) + 1);
      expect(Math.max(...times.values()) / ofKind.length).toBeLessThan(1 / 20);
    }
  });

  test.each([
    ["417", " 417. "], ["417", "４１７"], ["417", "٤١٧"], ["417", "४१७"], ["84", "eighty-four"], ["84", "Eighty four"], ["84", "84"],
    ["otter", "OTTER"], ["otter", "“otter”"], ["otter", "\u00a0otter\n"],
  ])("whose answer is %o takes %o", (answer, typed) => {
    expect(isAnswer({ text: "", answer }, typed)).toBe(true);
  });

  test.each([["417", "four hundred and seventeen"], ["417", ""], ["417", "4170"], ["84", "48"], ["otter", "otters"], ["otter", "bridge, otter, winter"], ["otter", ""]])(
    "whose answer is %o does not take %o",
    (answer, typed) => {
      expect(isAnswer({ text: "", answer }, typed)).toBe(false);
    },
  );
});
