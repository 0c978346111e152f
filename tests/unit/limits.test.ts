import { expect, test } from "vitest";
import { DEFAULT_LIMITS, Limits, readLimits } from "#app/signatures/screening/limits.ts";

test("a campaign without limits of its own has the house's", () => {
  expect(readLimits({})).toEqual(DEFAULT_LIMITS);
});

test("a limit that cannot be read is the house's, and the others stay", () => {
  const limits = { clientBurst: { signings: 3, seconds: 60 }, networkBurst: { signings: 0, seconds: 60 } };
  expect(readLimits({ limits })).toEqual({ ...DEFAULT_LIMITS, clientBurst: { signings: 3, seconds: 60 } });
});

test("limits are read as a form sends them", () => {
  const typed = { signings: "2", seconds: "90" };
  const limits = Limits.parse({ clientBurst: typed, clientSustained: typed, networkBurst: typed, networkSustained: typed });
  expect(limits.networkSustained).toEqual({ signings: 2, seconds: 90 });
});
