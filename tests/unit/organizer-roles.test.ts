import { describe, expect, test } from "vitest";
import { type Act, may, mayStartCampaigns, ROLES } from "#app/organizers/roles.ts";

const ACTS: Act[] = [
  "view", "record", "publish", "moderate", "write contacts", "pause", "edit", "export", "open and close", "go live", "manage team",
];

function thoseWhoMay(act: Act) {
  return ROLES.filter((role) => may(role, act));
}

describe("roles", () => {
  test("everybody in a campaign may look", () => {
    expect(thoseWhoMay("view")).toEqual(ROLES);
  });

  test("a viewer looks and does nothing else", () => {
    expect(ACTS.filter((act) => may("viewer", act))).toEqual(["view"]);
  });

  test("a reviewer approves what others recorded, and records nothing", () => {
    expect(ACTS.filter((act) => may("reviewer", act))).toEqual(["view", "publish", "moderate"]);
  });

  test("going live is for owners and organizers", () => {
    expect(thoseWhoMay("go live")).toEqual(["owner", "organizer"]);
  });

  test("the team is the owners' alone", () => {
    expect(thoseWhoMay("manage team")).toEqual(["owner"]);
  });

  test("who only looks at a campaign, or reviews it, starts none", () => {
    expect(mayStartCampaigns(["viewer", "reviewer"])).toBe(false);
    expect(mayStartCampaigns(["viewer", "organizer"])).toBe(true);
  });
});
