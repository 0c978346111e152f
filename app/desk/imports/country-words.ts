import { COUNTRY_CODES } from "#app/signatures/countries.ts";

const ALSO: Record<string, string> = {
  "uk": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "britain": "GB",
  "united states of america": "US", "usa": "US", "u.s.a.": "US", "u.s.": "US", "america": "US",
  "czech republic": "CZ", "holland": "NL", "the netherlands": "NL", "ivory coast": "CI", "macedonia": "MK", "swaziland": "SZ", "burma": "MM",
  "south korea": "KR", "republic of korea": "KR", "north korea": "KP", "russian federation": "RU", "republic of ireland": "IE", "eire": "IE",
  "viet nam": "VN", "turkey": "TR", "hong kong": "HK", "macau": "MO", "palestine": "PS", "cape verde": "CV", "east timor": "TL", "uae": "AE",
};

let names: Map<string, string> | undefined;

/** The code that a country's code or English name stands for, however it is cased; undefined for what is neither. */
export function countryCode(text: string): string | undefined {
  const word = text.trim();
  const upper = word.toUpperCase();
  if (COUNTRY_CODES.includes(upper)) return upper;
  names ??= new Map([...englishNames(), ...Object.entries(ALSO)]);
  return names.get(fold(word));
}

function englishNames(): [string, string][] {
  const english = new Intl.DisplayNames(["en"], { type: "region" });
  return COUNTRY_CODES.map((code) => [fold(english.of(code) ?? code), code]);
}

function fold(name: string) {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").replace(/\s+/g, " ").trim().toLowerCase().replace(" & ", " and ");
}
