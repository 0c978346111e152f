import { describe, expect, test } from "vitest";
import { deskPathOr, withNext } from "#app/http/sign-in-next.ts";

describe("where signing in leads", () => {
  test("a page of the desk is come back to, with what it was asked", () => {
    expect(deskPathOr(null, "/organize/campaigns/dear-retailers?hold=paused")).toBe("/organize/campaigns/dear-retailers?hold=paused");
  });

  test.each([
    "https://elsewhere.example/organize/", "//elsewhere.example/organize/", "/\\elsewhere.example/organize/",
    "/letters/dear-retailers", "/organizers/", "/organize/../letters/dear-retailers", "javascript:alert(1)",
    "/organize/sign-in?next=/organize/", "", null, undefined,
  ])("%s is not followed", (next) => {
    expect(deskPathOr("/organize", next)).toBe("/organize");
  });

  test("a way back is spelled into the link, and left out where there is none", () => {
    expect(withNext("/organize/sign-in", "/organize/campaigns/a")).toBe("/organize/sign-in?next=%2Forganize%2Fcampaigns%2Fa");
    expect(withNext("/organize/sign-in", undefined)).toBe("/organize/sign-in");
  });
});
