import { describe, expect, test } from "vitest";
import { signingSource } from "#app/http/signing-source.ts";
import { cleanSource, sourceFromName } from "#app/signatures/source.ts";

describe("a source", () => {
  test.each([
    ["newsletter", "newsletter"],
    [" Partner-7 ", "partner-7"],
    ["x".repeat(40), "x".repeat(40)],
    ["x".repeat(41), null],
    ["", null],
    [undefined, null],
    ["two words", null],
    ["<script>", null],
    ["(none)", null],
    ["naïve", null],
    ["a\0b", null],
  ])("%j is read as %j", (given, read) => {
    expect(cleanSource(given)).toBe(read);
  });

  test.each([
    ["Newsletter of May", "newsletter-of-may"],
    ["  Café – Zürich! ", "cafe-zurich"],
    ["Người", "nguoi"],
    ["—", null],
    ["日本", null],
    [`${"a".repeat(39)} b`, "a".repeat(39)],
  ])("a link for %j says %j", (name, source) => {
    expect(sourceFromName(name)).toBe(source);
  });
});

describe("a signing's source", () => {
  function posted(path: string, referer?: string) {
    return new Request(`https://letters.example${path}`, { method: "POST", headers: referer ? { Referer: referer } : {} });
  }

  test("is the form's, or its address's, or that of the letter's page before", () => {
    const page = "https://letters.example/letters/dear?from=poster";
    expect(signingSource(posted("/letters/dear/sign?from=radio", page), "newsletter")).toBe("newsletter");
    expect(signingSource(posted("/letters/dear/sign?from=radio", page), undefined)).toBe("radio");
    expect(signingSource(posted("/letters/dear/sign", page), "")).toBe("poster");
    expect(signingSource(posted("/letters/dear/sign"), undefined)).toBeNull();
  });

  test("is never another site's, nor what cannot be read", () => {
    for (const referer of ["https://elsewhere.example/?from=theirs", "http://letters.example/?from=x", "not an address", "https://letters.example/letters/dear"]) {
      expect(signingSource(posted("/letters/dear/sign", referer), undefined)).toBeNull();
    }
  });
});
