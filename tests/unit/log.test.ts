import { beforeEach, describe, expect, test, vi } from "vitest";
import { report } from "#app/log.server.ts";

let written = "";

beforeEach(() => {
  written = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

describe("the log", () => {
  test("has the cause once, under the reference that the visitor is shown", () => {
    const reference = report(new Error("The printer is on fire."), "a request");
    expect(reference).toMatch(/^[a-z0-9]{4,6}$/);
    expect(written).toMatch(new RegExp(`^\\[${reference}\\] a request: Error: The printer is on fire\\.\n\\s+at `));
  });

  test("tells a database error by its code, and nobody's data", () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "one_signature_per_person"'), {
      code: "23505", detail: "Key (canonical_email)=(ada@example.org) already exists.", parameters: ["ada@example.org"],
    });
    report(new Error("Failed query: insert into signatures values ($1)\nparams: ada@example.org,Ada Lovelace", { cause }), "a request");
    expect(written).toContain("one_signature_per_person");
    expect(written).toContain("(23505)");
    expect(written).not.toMatch(/ada@|Lovelace/);
  });

  test("does not print the further lines of a message, where data stands", () => {
    report(new Error("Failed query: insert into signatures values ($1)\nparams: ada@example.org,Ada Lovelace"), "a request");
    expect(written).not.toMatch(/ada@|Lovelace/);
  });

  test("prints nothing of what is no error", () => {
    report({ email: "ada@example.org" }, "a request");
    expect(written).toMatch(/an unknown failure\n$/);
  });
});
