import { describe, expect, test } from "vitest";
import { composeUrl } from "#app/messages/compose-url.ts";

const MESSAGE = { to: "care@corner-shop.example", subject: "Kettles & toasters: 100% safe?", body: "Dear Corner Shop,\n\nplease answer + act.\nAda" };

describe("a message in one's own mail program", () => {
  test("opens filled in by mailto", () => {
    const url = new URL(composeUrl("mailto", MESSAGE));
    expect(url.protocol).toBe("mailto:");
    expect(url.pathname).toBe(MESSAGE.to);
    expect(url.search).not.toContain("+");
    expect(url.searchParams.get("subject")).toBe(MESSAGE.subject);
    expect(url.searchParams.get("body")).toBe(MESSAGE.body.replaceAll("\n", "\r\n"));
  });

  test.each([
    ["gmail", "https://mail.google.com", "su"],
    ["outlook", "https://outlook.live.com", "subject"],
  ] as const)("opens filled in by %s", (program, origin, subject) => {
    const url = new URL(composeUrl(program, MESSAGE));
    expect(url.origin).toBe(origin);
    expect(url.searchParams.get("to")).toBe(MESSAGE.to);
    expect(url.searchParams.get(subject)).toBe(MESSAGE.subject);
    expect(url.searchParams.get("body")).toBe(MESSAGE.body.replaceAll("\n", "\r\n"));
  });

  test.each(["mailto", "gmail", "outlook"] as const)("adds no recipient by what was written: %s", (program) => {
    const url = new URL(composeUrl(program, { to: "a@b.example?cc=sam@example.org", subject: "x&bcc=sam@example.org", body: "y&cc=sam@example.org" }));
    expect([...url.searchParams.keys()].filter((name) => name.endsWith("cc"))).toEqual([]);
  });
});
