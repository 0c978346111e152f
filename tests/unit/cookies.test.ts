import { describe, expect, test } from "vitest";
import { readCookie } from "#app/http/cookies.ts";
import { readSignerCookie, signerCookie } from "#app/http/signer-cookie.server.ts";

function withCookie(Cookie: string) {
  return new Request("https://countersign.example/letters/dear-retailers/demands", { headers: { Cookie } });
}

describe("a cookie", () => {
  test.each([
    ["signer=abc", "abc"],
    ["a=1; signer=abc; b=2", "abc"],
    ["a=1;signer=abc", "abc"],
    ["signer=a=b", "a=b"],
    ["signer=first; signer=second", "first"],
    ["signer=", undefined],
    ["xsigner=abc", undefined],
    ["signerx=abc", undefined],
    ["", undefined],
  ])("is read by its whole name: %s", (header, value) => {
    expect(readCookie(withCookie(header), "signer")).toBe(value);
  });
});

test("a signer's cookie is for the pages under one letter, out of reach of scripts and other sites, for twelve hours", () => {
  expect(signerCookie("dear-retailers", "token")).toBe("signer=token; Path=/letters/dear-retailers; Max-Age=43200; HttpOnly; SameSite=Lax");
  expect(readSignerCookie(withCookie("signer=token"))).toBe("token");
});
