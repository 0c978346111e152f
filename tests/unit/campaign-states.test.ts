import { describe, expect, test } from "vitest";
import { CAMPAIGN_STATES, canSign, STATES_IN_ORDER, statesBefore, statesThat } from "#app/campaigns/states.ts";
import { movedStatus, slugInAddress, withSlug } from "#app/http/moved-address.ts";
import { boundedUnconfirmedDays, erasureDue } from "#app/signatures/erasure.ts";
import { scheduleForm } from "#app/desk/schedule-form.ts";

describe("the table of states", () => {
  test("lets an open campaign alone be signed, and keeps a draft from the public", () => {
    expect(STATES_IN_ORDER.filter((state) => canSign({ state }))).toEqual(["open"]);
    expect(statesThat("isPublic")).toEqual(["open", "paused", "closed", "archived"]);
  });

  test("lets messages leave while it is open and after it is closed, never in between", () => {
    expect(statesThat("doMessagesLeave")).toEqual(["open", "closed"]);
  });

  test("lists each public campaign in exactly one place", () => {
    const places = STATES_IN_ORDER.map((state) => [CAMPAIGN_STATES[state].isOnFrontPage, CAMPAIGN_STATES[state].isInArchive].filter(Boolean).length);
    expect(places).toEqual([0, 1, 1, 1, 1]);
  });

  test("leads from every state on, and back to a draft from none", () => {
    expect(STATES_IN_ORDER.every((state) => CAMPAIGN_STATES[state].mayFollow.length > 0)).toBe(true);
    expect(statesBefore("draft")).toEqual([]);
    expect(statesBefore("closed")).toEqual(["open", "paused", "archived"]);
  });
});

describe("an address with an old slug", () => {
  test.each([
    ["/letters/old", "/letters/new"],
    ["/letters/old?from=mail", "/letters/new?from=mail"],
    ["/letters/old/demands/write?to=a&to=b", "/letters/new/demands/write?to=a&to=b"],
    ["/letters/old/posts.atom", "/letters/new/posts.atom"],
    ["/organize/campaigns/old/state/closing?x=1", "/organize/campaigns/new/state/closing?x=1"],
  ])("keeps the rest: %s", (url, address) => {
    expect(withSlug(url, "new")).toBe(address);
  });

  test.each(["/", "/retailers/old", "/letters", "/organize/campaigns/old", "/letters/Old"])("of nothing public is left alone: %s", (url) => {
    expect(slugInAddress(url)).toBeUndefined();
  });

  test("a form is sent again, not read again", () => {
    expect([movedStatus("GET"), movedStatus("HEAD"), movedStatus("POST")]).toEqual([301, 301, 308]);
  });
});

describe("the days that are kept", () => {
  const closedAt = new Date("2026-03-01T12:00:00Z");

  test("begin with the closing, and are thirty at least", () => {
    expect(erasureDue({ closedAt, keptDaysAfterClosing: 365 })).toEqual(new Date("2027-03-01T12:00:00Z"));
    expect(erasureDue({ closedAt, keptDaysAfterClosing: 0 })).toEqual(new Date("2026-03-31T12:00:00Z"));
  });

  test("have no end where none is set, and none before the closing", () => {
    expect(erasureDue({ closedAt, keptDaysAfterClosing: null })).toBeNull();
    expect(erasureDue({ closedAt: null, keptDaysAfterClosing: 365 })).toBeNull();
  });

  test("of a request stay within their bounds", () => {
    expect([0, 7, 400].map(boundedUnconfirmedDays)).toEqual([1, 7, 90]);
  });
});

describe("a schedule", () => {
  const form = scheduleForm(new Date("2026-03-01T12:00:00Z"));
  const messages = (fields: Record<string, string>) => form.safeParse(fields).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`) ?? [];

  test("is read as UTC, and an empty field is none", () => {
    expect(form.parse({ opens_at: "2026-03-02T09:00", closes_at: "" })).toEqual({ opensAt: new Date("2026-03-02T09:00:00Z"), closesAt: null });
    expect(form.parse({})).toEqual({ opensAt: null, closesAt: null });
  });

  test("is of days that are to come, in their order", () => {
    expect(messages({ opens_at: "2026-02-01T09:00" })).toEqual([expect.stringContaining("opens_at: This time has passed.")]);
    expect(messages({ opens_at: "2026-04-02T09:00", closes_at: "2026-04-01T09:00" })).toEqual(["closes_at: Closing has to come after opening."]);
    expect(messages({ closes_at: "tomorrow" })).toEqual([expect.stringContaining("closes_at: Give a day")]);
    expect(messages({ closes_at: "2026-13-40T99:00" })).toEqual([expect.stringContaining("closes_at: Give a day")]);
  });
});
