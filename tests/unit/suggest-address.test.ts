import { expect, test } from "vitest";
import { plainDomain } from "#app/signatures/mail-domain-form.ts";
import { suggestAddress } from "#app/scripts/suggest-address.js";

test.each([
  ["ada@gmial.com", "ada@gmail.com"],
  ["ada@gmail.con", "ada@gmail.com"],
  ["Ada.L+x@GMAI.COM", "Ada.L+x@gmail.com"],
  ["ada@hotmial.com", "ada@hotmail.com"],
  ["ada@yaho.com", "ada@yahoo.com"],
  ["ada@outlok.com", "ada@outlook.com"],
  ["ada@icloud.cmo", "ada@icloud.com"],
  ["ada@kettles-of-wight.con", "ada@kettles-of-wight.com"],
])("%s probably meant %s", (typed, meant) => {
  expect(suggestAddress(typed)).toBe(meant);
});

test.each(["ada@gmail.com", "ada@mail.com", "ada@gmx.net", "ada@example.org", "ada@mozilla.org", "ada@web.de", "ada@ox.ac.uk", "ada", "@", "ada@", "@gmial.com", `ada@${"g".repeat(240)}.com`])(
  "%s is left alone",
  (typed) => {
    expect(suggestAddress(typed)).toBeUndefined();
  },
);

test.each([
  ["example.org", "example.org"],
  [" @Example.ORG ", "example.org"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["example", undefined],
  ["ada@example.org", undefined],
  ["example.org/path", undefined],
  ["192.0.2.1", undefined],
  ["", undefined],
])("the mail domain %s is %s", (typed, domain) => {
  expect(plainDomain(typed)).toBe(domain);
});
