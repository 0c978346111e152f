import { Secret } from "otpauth";
import { describe, expect, test } from "vitest";
import { codeAppUri, newCodeSecret, stepOfCode, tidyCode } from "#app/organizers/one-time-code.ts";
import { seal, unseal } from "#app/organizers/seal.server.ts";

/** The secret and, by their last six digits, the codes of RFC 6238, appendix B (SHA-1). */
const SECRET = Secret.fromUTF8("12345678901234567890").base32;
const at = (seconds: number) => new Date(seconds * 1000);

describe("a code", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("at second %d is the one of RFC 6238", (seconds, code) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  test("counts one step early and one late, and names its own step", () => {
    expect(stepOfCode(SECRET, "287082", at(59 + 30))).toBe(1);
    expect(stepOfCode(SECRET, "287082", at(29))).toBe(1);
    expect(stepOfCode(SECRET, "287082", at(59 + 61))).toBeUndefined();
  });

  test.each(["", "28708", "2870820", "abcdef", "287082 "])("%o is none", (code) => {
    expect(stepOfCode(SECRET, code, at(59))).toBeUndefined();
  });

  test("may be typed with a space in the middle", () => {
    expect(tidyCode(" 287 082\n")).toBe("287082");
  });
});

test("the QR code says whose it is, and the key as apps read it", () => {
  const secret = newCodeSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(codeAppUri(secret, "grace@example.org"));
  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("secret")).toBe(secret);
  expect(uri.searchParams.get("issuer")).toBe("Countersign");
});

describe("a sealed secret", () => {
  test("opens for its owner only, and never twice looks the same", () => {
    const sealed = seal("secret", "grace");
    expect(unseal(sealed, "grace")).toBe("secret");
    expect(unseal(sealed, "sam")).toBeUndefined();
    expect(sealed.toString()).not.toContain("secret");
    expect(seal("secret", "grace").equals(sealed)).toBe(false);
  });

  test("that was changed, or cut, opens for nobody", () => {
    const sealed = seal("secret", "grace");
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(unseal(changed, "grace")).toBeUndefined();
    }
    expect(unseal(sealed.subarray(0, 20), "grace")).toBeUndefined();
    expect(unseal(Buffer.alloc(0), "grace")).toBeUndefined();
  });
});
