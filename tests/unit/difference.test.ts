import { describe, expect, test } from "vitest";
import { changesBetween } from "#app/audit/words.ts";
import { conflictBetween } from "#app/desk/difference.ts";
import { differenceOf } from "#app/letters/difference.ts";

describe("two people's texts", () => {
  test("are told apart word by word, and both can be read out of it whole", () => {
    const [theirs, yours] = ["Please sell only what is safe.", "Please sell nothing but what is safe."];
    const parts = differenceOf(theirs, yours);
    const read = (whose: "theirs" | "yours") => parts.filter((part) => part.in === "both" || part.in === whose).map(({ text }) => text).join("");
    expect(read("theirs")).toBe(theirs);
    expect(read("yours")).toBe(yours);
    expect(parts.some((part) => part.in === "both")).toBe(true);
  });

  test("are shown for those fields only that differ", () => {
    const at = new Date("2026-03-01T12:00:00Z");
    const fields = [
      { label: "Title", theirs: "Dear shops", yours: "Dear retailers" },
      { label: "Summary", theirs: "Same", yours: "Same" },
    ];
    expect(conflictBetween({ by: "Grace Hopper", at, revision: 3 }, fields).fields.map(({ label }) => label)).toEqual(["Title"]);
  });
});

describe("a line of the log", () => {
  test("holds what changed, before and after, and nothing else", () => {
    expect(changesBetween({ goal: 100, name: "Dear shops" }, { goal: 200, name: "Dear shops" })).toEqual({
      before: { goal: 100 },
      after: { goal: 200 },
    });
  });

  test("is not written when nothing changed", () => {
    expect(changesBetween({ goal: 100 }, { goal: 100 })).toBeUndefined();
  });
});
