import { expect, test } from "vitest";
import { nextMailAt, untilInWords } from "#app/signatures/mail-pace.ts";

const NINE = new Date("2026-03-02T09:00:00Z");
const at = (minute: number) => new Date(NINE.getTime() + minute * 60_000);

test("another mail can come ten minutes after the signing, or after the last one asked for", () => {
  expect(nextMailAt({ createdAt: NINE, mailAskedAt: null })).toEqual(at(10));
  expect(nextMailAt({ createdAt: NINE, mailAskedAt: at(12) })).toEqual(at(22));
});

test.each([
  [0, "in 10 minutes"],
  [0.5, "in 10 minutes"],
  [8.1, "in 2 minutes"],
  [9.5, "in a minute"],
  [10, "now"],
  [700, "now"],
])("after %d minutes it can come %s", (minute, words) => {
  expect(untilInWords(at(10), at(minute))).toBe(words);
});
