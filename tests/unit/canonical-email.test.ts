import { describe, expect, test } from "vitest";
import { canonicalEmail, type MailDomainRules } from "#app/signatures/canonical-email.ts";

const GMAIL = { canonicalDomain: "gmail.com", ignoresDots: true, tag: "+" };
const RULES: MailDomainRules = new Map([
  ["gmail.com", GMAIL],
  ["googlemail.com", GMAIL],
  ["outlook.com", { canonicalDomain: "outlook.com", ignoresDots: false, tag: "+" }],
  ["yahoo.com", { canonicalDomain: "yahoo.com", ignoresDots: false, tag: "-" }],
]);
const canonical = (email: string) => canonicalEmail(email, RULES);

describe("one mailbox is one person", () => {
  test.each([
    ["ada.lovelace@gmail.com", ["AdaLovelace@gmail.com", "a.d.a.lovelace+letters@googlemail.com", "ADALOVELACE+@GMAIL.COM"]],
    ["ada@outlook.com", ["Ada+letters@Outlook.com"]],
    ["ada@yahoo.com", ["ada-letters@yahoo.com"]],
    ["ada@example.org", ["ADA@Example.ORG"]],
  ])("%s", (email, spellings) => {
    for (const spelling of spellings) expect(canonical(spelling)).toBe(canonical(email));
  });
});

describe("two mailboxes are two people", () => {
  test.each([
    ["a tag that an unknown provider may not know", "ada+sam@example.org", "ada@example.org"],
    ["dots that the provider reads", "a.da@outlook.com", "ada@outlook.com"],
    ["domains that only look related", "ada@hotmail.com", "ada@outlook.com"],
    ["a hyphen where it is part of the name", "ada-sam@gmail.com", "ada@gmail.com"],
    ["people", "ada@gmail.com", "sam@gmail.com"],
  ])("%s", (_, first, second) => {
    expect(canonical(first)).not.toBe(canonical(second));
  });
});

test("an address that is all tag keeps it", () => {
  expect(canonical("+ada@gmail.com")).toBe("+ada@gmail.com");
});

test("reading an address as its provider does, twice, changes nothing more", () => {
  for (const email of ["A.da+x@googlemail.com", "ada-x@yahoo.com", "Ada@Example.org"]) {
    expect(canonical(canonical(email))).toBe(canonical(email));
  }
});

test("no domain is mistaken for a word of the language", () => {
  expect(canonical("ada@constructor")).toBe("ada@constructor");
});
