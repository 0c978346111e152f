import { describe, expect, test } from "vitest";
import { canonicalEmail } from "#app/signatures/canonical-email.ts";

describe("one mailbox is one person", () => {
  test.each([
    ["ada.lovelace@gmail.com", ["AdaLovelace@gmail.com", "a.d.a.lovelace+letters@googlemail.com", "ADALOVELACE+@GMAIL.COM"]],
    ["ada@outlook.com", ["Ada+letters@Outlook.com"]],
    ["ada@icloud.com", ["ada@me.com", "ada+x@mac.com"]],
    ["ada@fastmail.com", ["ada+x@fastmail.fm"]],
    ["ada.l@proton.me", ["adal@protonmail.com", "a.dal+x@pm.me"]],
    ["ada@yandex.ru", ["ada@ya.ru", "ada+x@yandex.com"]],
    ["ada@yahoo.com", ["ada-letters@yahoo.com"]],
    ["ada@example.org", ["ADA@Example.ORG"]],
  ])("%s", (email, spellings) => {
    for (const spelling of spellings) expect(canonicalEmail(spelling)).toBe(canonicalEmail(email));
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
    expect(canonicalEmail(first)).not.toBe(canonicalEmail(second));
  });
});

test("an address that is all tag keeps it", () => {
  expect(canonicalEmail("+ada@gmail.com")).toBe("+ada@gmail.com");
});

test("reading an address as its provider does, twice, changes nothing more", () => {
  for (const email of ["A.da+x@googlemail.com", "ada-x@yahoo.com", "Ada@Example.org"]) {
    expect(canonicalEmail(canonicalEmail(email))).toBe(canonicalEmail(email));
  }
});

test("no domain is mistaken for a word of the language", () => {
  expect(canonicalEmail("ada@constructor")).toBe("ada@constructor");
});
