import { describe, expect, test } from "vitest";
import { coveringValues, readScreeningValue, type ScreeningKind } from "#app/signatures/screening/screening-rule.ts";

function reads(kind: ScreeningKind, typed: string) {
  const reading = readScreeningValue(kind, typed);
  return reading.ok ? reading.value : reading.error;
}

describe("a mail domain for a rule", () => {
  test.each([
    ["mail.example", "mail.example"],
    ["  Mail.EXAMPLE. ", "mail.example"],
    ["@mail.example", "mail.example"],
    ["Ada.Lovelace@mail.example", "mail.example"],
    ["*.mail.example", "mail.example"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["BÜCHER.example", "xn--bcher-kva.example"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ])("%o is kept as %o", (typed, kept) => {
    expect(reads("mail domain", typed)).toBe(kept);
  });

  test.each(["", " ", "example", "mail example.org", "mail.example/path", "https://mail.example", "-mail.example", "mail..example", "a@b@", `${"a".repeat(250)}.example`, "mail.example:25", "%41.example"])(
    "%o is refused",
    (typed) => {
      expect(reads("mail domain", typed)).toBe("Enter a mail domain like mail.example.");
    },
  );

  test("a network in its place is named", () => {
    expect(reads("mail domain", "203.0.113.9")).toBe("That is a network. Enter a mail domain like mail.example.");
  });

  test("covers what is beneath it, and nothing that only ends alike", () => {
    expect(coveringValues("mail domain", "a.b.mail.example")).toEqual(["a.b.mail.example", "b.mail.example", "mail.example"]);
    expect(coveringValues("mail domain", "notmail.example")).not.toContain("mail.example");
  });
});

describe("a network for a rule", () => {
  test.each([
    ["203.0.113.0/24", "203.0.113.0/24"],
    [" 203.0.113.77/24 ", "203.0.113.0/24"],
    ["203.0.113.77/20", "203.0.112.0/20"],
    ["10.9.8.7/8", "10.0.0.0/8"],
    ["2001:DB8:5:6::1/48", "2001:db8:5::/48"],
    ["2001:0db8:0000:0000:0000:0000:0000:0000/32", "2001:db8::/32"],
    ["2001:db8:ffff::/36", "2001:db8:f000::/36"],
    ["::ffff:203.0.113.9/120", "203.0.113.0/24"],
  ])("%o is kept as %o", (typed, kept) => {
    expect(reads("network", typed)).toBe(kept);
  });

  test.each(["", "mail.example", "203.0.113.0/33", "203.0.113/24", "0x7f.1", "10.1/16", "999.0.0.0/24", "2001:db8::/129", "203.0.113.0/", "::ffff:203.0.113.9/64"])(
    "%o is refused",
    (typed) => {
      expect(reads("network", typed)).toBe("Enter a network like 203.0.113.0/24 or 2001:db8:5::/48.");
    },
  );

  test.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["203.0.113.77/32", "203.0.113.0/24"],
    ["203.0.113.128/25", "203.0.113.0/24"],
    ["2001:db8:5:6::1", "2001:db8:5::/48"],
    ["2001:db8:5:6::/64", "2001:db8:5::/48"],
    ["::ffff:203.0.113.9", "203.0.113.0/24"],
  ])("%o is narrower than what is kept of an address: %o is offered", (typed, offered) => {
    expect(reads("network", typed)).toBe(`Of an address only its network is kept. Enter ${offered}, which covers its neighbours too.`);
  });

  test.each([["0.0.0.0/0", 8], ["10.0.0.0/7", 8], ["::/0", 16], ["2001::/15", 16]])("%o is wider than anybody means", (typed, bits) => {
    expect(reads("network", typed)).toBe(`That is too wide. Enter /${bits} or narrower.`);
  });

  test("covers the networks within it", () => {
    expect(coveringValues("network", "203.0.113.0/24")).toHaveLength(17);
    expect(coveringValues("network", "203.0.113.0/24")).toEqual(expect.arrayContaining(["203.0.113.0/24", "203.0.112.0/20", "203.0.0.0/8"]));
    expect(coveringValues("network", "2001:db8:5::/48")).toEqual(expect.arrayContaining(["2001:db8:5::/48", "2001:db8::/32", "2001::/16"]));
    expect(coveringValues("network", "not a network")).toEqual([]);
  });
});
