import { expect, test } from "vitest";
import { COUNTRY_CODES, countryName, listCountries } from "#app/signatures/countries.ts";

test("every country is listed once, with a name, in the order of the language", () => {
  const countries = listCountries("en");
  expect(countries).toHaveLength(250);
  expect(new Set(COUNTRY_CODES).size).toBe(250);
  expect(countries.filter(({ code, name }) => name === code || !/^[A-Z]{2}$/.test(code))).toEqual([]);
  expect(countries[0]).toEqual({ code: "AF", name: "Afghanistan" });
  expect(countries.findIndex(({ code }) => code === "AX")).toBeLessThan(countries.findIndex(({ code }) => code === "AL"));
});

test("a country is called as the letter's language calls it", () => {
  expect([countryName("DE", "en"), countryName("DE", "fr"), countryName("XK", "en")]).toEqual(["Germany", "Allemagne", "Kosovo"]);
});
