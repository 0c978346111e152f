import { describe, expect, test } from "vitest";
import { canGoLive, checkReadiness } from "#app/desk/readiness.ts";
import { isOnReservedDomain } from "#app/desk/reserved-domain.ts";

const ready = {
  mailFrom: "letters@countersign.shop",
  doesMailLeave: true,
  targets: [{ name: "Corner Shop", writableAddresses: ["care@corner.shop"] }],
  isTemplatePrinted: true,
};

describe("addresses that take no mail", () => {
  test.each(["a@shop.example", "a@example.com", "A@CARE.Example.ORG", "a@shop.test", "a@shop.invalid", "a@localhost", "a@example.net."])(
    "%s is one",
    (email) => expect(isOnReservedDomain(email)).toBe(true),
  );

  test.each(["a@example.shop", "a@myexample.com", "a@test.com", "a@corner.shop"])("%s is none", (email) => {
    expect(isOnReservedDomain(email)).toBe(false);
  });
});

describe("before going live", () => {
  test("a campaign with real addresses and a template that prints can go live", () => {
    const checks = checkReadiness(ready);
    expect(checks.map(({ state }) => state)).toEqual(["met", "met", "met"]);
    expect(canGoLive(checks)).toBe(true);
  });

  test("a contact on an example domain stands in the way when mail leaves", () => {
    const targets = [{ name: "Corner Shop", writableAddresses: ["care@corner.shop", "care@corner.example"] }];
    expect(canGoLive(checkReadiness({ ...ready, targets }))).toBe(false);
    expect(canGoLive(checkReadiness({ ...ready, targets, doesMailLeave: false }))).toBe(true);
  });

  test("a target without a contact is told of, and its messages wait", () => {
    const checks = checkReadiness({ ...ready, targets: [{ name: "Big Market", writableAddresses: [] }] });
    expect(checks[1]).toMatchObject({ title: "Contact of Big Market", state: "warns" });
    expect(canGoLive(checks)).toBe(true);
  });

  test("an example sender and a template that does not print stand in the way", () => {
    expect(canGoLive(checkReadiness({ ...ready, mailFrom: "letters@countersign.example" }))).toBe(false);
    expect(canGoLive(checkReadiness({ ...ready, isTemplatePrinted: false }))).toBe(false);
  });
});
