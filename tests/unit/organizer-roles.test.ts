import { describe, expect, test } from "vitest";
import { type Act, may, type Role } from "#app/organizers/roles.ts";

const ROLES: Role[] = ["owner", "organizer", "reviewer", "viewer"];
const ACTS: Act[] = ["view", "record", "publish", "write contacts", "pause", "go live"];

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
    expect(ACTS.filter((act) => may("reviewer", act))).toEqual(["view", "publish"]);
  });

  test("going live is for owners and organizers", () => {
    expect(thoseWhoMay("go live")).toEqual(["owner", "organizer"]);
  });
});
