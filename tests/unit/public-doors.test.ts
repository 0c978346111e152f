import { describe, expect, test } from "vitest";
import { isOfTheDesk, publicDoors } from "#app/http/public-doors.ts";

const routes = {
  root: { id: "root", path: "" },
  home: { id: "home", parentId: "root" },
  letter: { id: "letter", parentId: "root", path: "letters/:slug" },
  signIn: { id: "signIn", parentId: "root", path: "organize/sign-in" },
  desk: { id: "desk", parentId: "root", path: "organize/" },
  campaigns: { id: "campaigns", parentId: "desk" },
  team: { id: "team", parentId: "desk", path: "campaigns/:slug/team" },
  missing: { id: "missing", parentId: "root", path: "*" },
};

describe("the public doors", () => {
  test("are all but the desk's, with what stands around them", () => {
    const doors = publicDoors({ routes, assets: { routes: { ...routes }, version: "1" } });
    expect(Object.keys(doors.routes)).toEqual(["root", "home", "letter", "missing"]);
    expect(Object.keys(doors.assets.routes)).toEqual(["root", "home", "letter", "missing"]);
    expect(doors.assets.version).toBe("1");
  });

  test.each(["/organize", "/organize.data", "/organize/", "/organize/campaigns/dear-retailers", "/__manifest"])("%s is not one of them", (path) => {
    expect(isOfTheDesk(path)).toBe(true);
  });

  test.each(["/", "/letters/organize", "/organized", "/letters/dear-retailers/sign"])("%s is", (path) => {
    expect(isOfTheDesk(path)).toBe(false);
  });
});
