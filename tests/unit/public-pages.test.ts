import { describe, expect, test } from "vitest";
import { properAddress, publicPageKey } from "#app/http/public-pages.ts";

describe("a public page", () => {
  test.each(["/", "/letters/dear-retailers", "/letters/dear-retailers/count.json", "/letters/dear-retailers/scoreboard", "/letters/dear-retailers/counting", "/letters/dear-retailers/register/entries/0", "/retailers/corner-shop", "/about/mail", "/looks/1c5a8c.css", `/files/${"0".repeat(64)}`])(
    "is one for everybody: %s",
    (path) => {
      expect(publicPageKey(path)).toBe(path);
      expect(publicPageKey(`${path}?utm_source=mail&fbclid=1`)).toBe(path);
      expect(publicPageKey(`${path}?`)).toBe(path);
    },
  );

  test("keeps the one parameter that changes it, once", () => {
    expect(publicPageKey("/letters/dear-retailers/scoreboard?utm=x&sort=days&sort=name")).toBe("/letters/dear-retailers/scoreboard?sort=days");
    expect(publicPageKey("/letters/dear-retailers?sort=days")).toBe("/letters/dear-retailers");
  });

  test("of how we count is one by the day, one by the hour, and one for whatever else is asked", () => {
    const kept = ["", "?by=hour", "?by=day&x=1", "?by=minute", "?by=hour%00"].map((search) => publicPageKey(`/letters/dear-retailers/counting${search}`));
    const bare = "/letters/dear-retailers/counting";
    expect(kept).toEqual([bare, `${bare}?by=hour`, `${bare}?by=day`, bare, bare]);
  });

  test.each(["sort=%26x%3D1%23", "sort=Days", "sort=", "sort=constructor"])("drops a value that the page does not know: %s", (search) => {
    expect(publicPageKey(`/letters/dear-retailers/scoreboard?${search}`)).toBe("/letters/dear-retailers/scoreboard");
  });
});

test("a letter is kept once a language, and once for all that is none", () => {
  const keys = ["", "?lang=de", "?lang=pt-BR&x=1", "?lang=DE", "?lang=xx", "?lang=", "?lang=de-x-anything"].map((search) => publicPageKey(`/letters/dear-retailers${search}`));
  const [bare, german, brazilian, ...others] = keys;
  expect([bare, german, brazilian]).toEqual(["/letters/dear-retailers", "/letters/dear-retailers?lang=de", "/letters/dear-retailers?lang=pt-BR"]);
  expect(new Set(others)).toEqual(new Set([bare]));
});

test("the list of signers is kept by the second that it goes back to, and by nothing else", () => {
  const kept = (search: string) => publicPageKey(`/letters/dear-retailers/signers${search}`);
  expect(kept("?before=2026-11-24T10:31:05Z&x=1")).toBe("/letters/dear-retailers/signers?before=2026-11-24T10%3A31%3A05Z");
  for (const search of ["?before=2026-11-24", "?before=2026-11-24T10:31:05.123Z", "?before=x", "?before=", "?name=Ada"]) expect(kept(search)).toBe("/letters/dear-retailers/signers");
});

test.each([
  "/me/token", "/signatures/token/confirm", "/signatures/token/deny", "/letters/dear-retailers/check-inbox", "/letters/dear-retailers/demands",
  "/letters/dear-retailers/demands/write", "/letters/dear-retailers/sign", "/letters/dear-retailers/my-page", "/organize", "/organize/sign-in",
  "/dev/mail", "/health", "/hooks/resend", "/letters/dear-retailers/", "//letters/x", "/letters/../me/token", "/letters/x%2fdemands", "/Letters/x", "/retailers/a\n", "/letters/x.data", "/letters/x/register/proof.json",
])("no personal page is kept for everybody: %o", (path) => {
  expect(publicPageKey(path)).toBeUndefined();
});

describe("another spelling of a public page", () => {
  test.each([
    ["/letters/dear-retailers/", "/letters/dear-retailers"],
    ["/Letters/Dear-Retailers", "/letters/dear-retailers"],
    ["/letters/dear%2Dretailers", "/letters/dear-retailers"],
    ["/letters/dear-retailers/count%2Ejson", "/letters/dear-retailers/count.json"],
    ["/letters/dear-retailers/scoreboard/?sort=days&x=1", "/letters/dear-retailers/scoreboard?sort=days"],
    ["/RETAILERS/corner-shop/?", "/retailers/corner-shop"],
    ["/Letters/dear-retailers?from=Newsletter&x=1", "/letters/dear-retailers?from=newsletter"],
  ])("leads to the one that is kept: %s", (url, address) => {
    expect(publicPageKey(url)).toBeUndefined();
    expect(properAddress(url)).toBe(address);
  });

  test.each([
    "/", "//elsewhere.example/", "/letters/dear-retailers", "/letters/dear-retailers/sign/", "/me/a-b_C1", "/letters/%E0%A4%A",
    "/letters/x%0d%0aSet-Cookie:y", "/%2f/elsewhere.example/", "/letters//", "/letters/dear-retailers//", "/organize/sign-in/ABC",
  ])("is not what is no public page at all: %s", (url) => {
    expect(properAddress(url)).toBeUndefined();
  });
});
