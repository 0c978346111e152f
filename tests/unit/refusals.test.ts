import { describe, expect, test } from "vitest";
import { refusal } from "#app/http/refusals.ts";

const HOST = "countersign.example";

function posts(path: string, headers: Record<string, string> = {}) {
  return refusal("POST", path, { host: HOST, ...headers })?.status;
}

describe("a form", () => {
  test("sent from a page of the house comes in", () => {
    expect(posts("/letters/dear-retailers/sign", { origin: `https://${HOST}`, "sec-fetch-site": "same-origin" })).toBeUndefined();
  });

  test("sent by what is no browser comes in, for it holds no cookie to abuse", () => {
    expect(posts("/letters/dear-retailers/sign")).toBeUndefined();
  });

  test.each([
    ["another site", { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }],
    ["another site, in a browser that says no more", { origin: "https://elsewhere.example" }],
    ["another site, in a browser that hides its origin", { "sec-fetch-site": "cross-site" }],
    ["a frame without an origin", { origin: "null" }],
    ["nowhere", { origin: "" }],
    ["a sister of the house that hides its origin", { "sec-fetch-site": "same-site" }],
    ["a sister of the house", { origin: `https://sister.${HOST}`, "sec-fetch-site": "same-site" }],
    ["another port of the machine", { origin: `http://${HOST}:4400` }],
  ])("sent from %s is turned away", (_, headers) => {
    expect(posts("/organize/sign-out", headers)).toBe(403);
    expect(posts("/letters/dear-retailers/sign", headers)).toBe(403);
    expect(refusal("DELETE", "/me/token", { host: HOST, ...headers })?.status).toBe(403);
  });

  test("of a mail program that unsubscribes for its reader comes in from anywhere, for no cookie is read there", () => {
    expect(posts("/unsubscribe/token", { origin: "https://mail.elsewhere.example", "sec-fetch-site": "cross-site" })).toBeUndefined();
    expect(posts("/unsubscribe", { origin: "https://mail.elsewhere.example" })).toBe(403);
    expect(refusal("PUT", "/unsubscribe/token", { host: HOST })?.status).toBe(405);
  });

  test("of the mail provider comes in from anywhere, for its signature is checked", () => {
    expect(posts("/hooks/resend", { origin: "https://elsewhere.example" })).toBeUndefined();
  });
});

test.each(["TRACE", "OPTIONS", "PUT", "DELETE", "PROPFIND"])("%s is no method of any page", (method) => {
  expect(refusal(method, "/letters/dear-retailers", { host: HOST })?.status).toBe(405);
  expect(refusal(method, "/hooks/resend", { host: HOST })?.status).toBe(405);
});

describe("reading", () => {
  test("is open to links from everywhere", () => {
    expect(refusal("GET", "/me/token", { host: HOST, "sec-fetch-site": "cross-site" })).toBeUndefined();
    expect(refusal("HEAD", "/organize", { host: HOST, origin: "https://elsewhere.example" })).toBeUndefined();
  });

  test.each(["/letters/dear-retailers.data", "/_root.data", "/letters/dear-retailers.data?_routes=x"])("gets no data past the page cache: %s", (url) => {
    expect(refusal("GET", url, { host: HOST })?.status).toBe(404);
  });

  test("of the desk's data goes on", () => {
    expect(refusal("GET", "/organize.data", { host: HOST })).toBeUndefined();
    expect(refusal("GET", "/organize/campaigns/dear-retailers.data?_routes=x", { host: HOST })).toBeUndefined();
  });
});

test.each([
  "//elsewhere.example/letters/dear-retailers", "http://elsewhere.example/", "/organize/../letters/dear-retailers.data", "/hooks/../organize/sign-out",
  "/hooks/%2e%2e/organize/sign-out", "/hooks\\..\\organize", "/letters/dear-retailers.data#x", "/letters/./x", "*", "", "/letters/%00", "/letters/x/demands/write?to=%00",
  "/me/token%E0%A4%A", "/me/token%", "/me/%0d%0aSet-Cookie:x/messages", "/letters/%7f/sign",
])("an address that means another one is turned away: %o", (url) => {
  expect(refusal("GET", url, { host: HOST })?.status).toBe(400);
  expect(posts(url)).toBe(400);
});

test.each(["/", "/letters/dear-retailers/demands/write?to=corner-shop&to=a/../b", "/retailers/caf%C3%A9", "/me/a-b_C1", "/retailers/o'connor"])("a plain address is not: %s", (url) => {
  expect(refusal("GET", url, { host: HOST })).toBeUndefined();
});
