import { describe, expect, test } from "vitest";
import { judge, type ProviderError } from "#app/mail/retry.ts";

const NOON = new Date("2026-03-01T12:00:00Z");

function anError(statusCode: number | null, name: string, retryAfter: string | null = null): ProviderError {
  return { statusCode, name, message: "", retryAfter };
}

describe("an answer of the provider's", () => {
  test("429 waits as long as it asks, and the whole house with it", () => {
    const verdict = judge(anError(429, "rate_limit_exceeded", "7"), 1, 0, NOON);
    expect(verdict).toEqual({ kind: "later", waitMs: 7_000, isForAll: true });
  });

  test("retry-after may be a date, and nothing asks for more than a day", () => {
    expect(judge(anError(429, "rate_limit_exceeded", "Sun, 01 Mar 2026 12:00:30 GMT"), 1, 0, NOON)).toMatchObject({ waitMs: 30_000 });
    expect(judge(anError(429, "rate_limit_exceeded", "9999999"), 1, 0, NOON)).toMatchObject({ waitMs: 86_400_000 });
    expect(judge(anError(429, "rate_limit_exceeded", "soon"), 1, 1, NOON)).toMatchObject({ waitMs: 2_000 });
  });

  test.each(["daily_quota_exceeded", "monthly_quota_exceeded"])("%s waits and drops nothing", (name) => {
    expect(judge(anError(429, name), 30, 1, NOON)).toEqual({ kind: "later", waitMs: 900_000, isForAll: true });
  });

  test.each([
    [401, "missing_api_key"],
    [403, "validation_error"],
    [404, "not_found"],
    [422, "invalid_from_address"],
    [451, "security_error"],
  ])("%i %s is the operator's to repair: it waits", (statusCode, name) => {
    expect(judge(anError(statusCode, name), 1, 1, NOON)).toMatchObject({ kind: "later", isForAll: true });
  });

  test.each([
    [500, "internal_server_error"],
    [502, "application_error"],
    [null, "application_error"],
    [408, "application_error"],
    [200, "application_error"],
  ])("%s %s may have been accepted", (statusCode, name) => {
    expect(judge(anError(statusCode, name), 1, 1, NOON)).toEqual({ kind: "unknown", waitMs: 2_000 });
  });

  test("a key under way is somebody's attempt of unknown outcome", () => {
    expect(judge(anError(409, "concurrent_idempotent_requests"), 2, 0, NOON)).toMatchObject({ kind: "unknown" });
  });

  test("a key used with other bytes is never sent again, in parts neither", () => {
    expect(judge(anError(409, "invalid_idempotent_request"), 1, 0, NOON)).toEqual({ kind: "never", isDivisible: false });
  });

  test.each([400, 413, 422])("%i blames something in the batch", (statusCode) => {
    expect(judge(anError(statusCode, "validation_error"), 1, 0, NOON)).toEqual({ kind: "never", isDivisible: true });
  });

  test("waits double up to a quarter of an hour, and spread", () => {
    const waits = [1, 2, 3, 10, 400].map((attempt) => judge(anError(500, "internal_server_error"), attempt, 1, NOON));
    expect(waits).toEqual([2_000, 4_000, 8_000, 900_000, 900_000].map((waitMs) => ({ kind: "unknown", waitMs })));
    expect(judge(anError(500, "internal_server_error"), 3, 0, NOON)).toMatchObject({ waitMs: 4_000 });
  });
});
