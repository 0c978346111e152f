import { expect, test } from "vitest";
import { hashCode, hashToken, newCode, newToken } from "#app/tokens.server.ts";

test("a token has 256 bits, and fits into an address as it is", () => {
  const token = newToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(newToken()).not.toBe(token);
});

test("only its hash is kept, and the same token has the same hash", () => {
  expect(hashToken("token")).toBe(hashToken("token"));
  expect(hashToken("token")).toMatch(/^[\w-]{43}$/);
  expect(hashToken("token")).not.toBe(hashToken("token "));
});

test("a code has six digits, and its hash belongs to one mail", () => {
  expect(newCode()).toMatch(/^\d{6}$/);
  expect(hashCode("123456", "first mail")).not.toBe(hashCode("123456", "second mail"));
  expect(hashCode("123456", "first mail")).not.toBe(hashToken("first mail:123456"));
});
