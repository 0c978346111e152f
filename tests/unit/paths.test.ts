import { expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";

test("addresses that stay", () => {
  const spelled = Object.fromEntries(Object.entries(paths).map(([name, spell]) => [name, spellWith(spell)]));
  expect(spelled).toMatchSnapshot();
});

test("retailers to write to are named in the query", () => {
  expect(paths.writeDemands("dear-retailers", ["corner-shop", "big-market"])).toBe(
    "/letters/dear-retailers/demands/write?to=corner-shop&to=big-market",
  );
});

function spellWith(spell: (...parts: never[]) => string) {
  return Reflect.apply(spell, undefined, ["one", "two", "three"].slice(0, spell.length));
}
