import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv, SettingError } from "#app/env.server.ts";

const SECRET = "a secret that only the tests know";
const PUBLIC = {
  APP_URL: "https://letters.example.org", SESSION_SECRET: SECRET, RESEND_API_KEY: "re_key", RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0", MAIL_FROM: "letters@example.org",
};

/** The sentence that the operator reads. */
function refusalOf(settings: Record<string, string>) {
  try {
    readEnv({ SESSION_SECRET: SECRET, ...settings });
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
  return undefined;
}

describe("on one's own machine", () => {
  test("everything has a safe default", () => {
    expect(readEnv({ SESSION_SECRET: SECRET })).toMatchObject({
      PORT: 3000, APP_URL: "http://localhost:3000", DATA_DIR: ".data", ROLE: "all", MAIL_RATE_PER_SECOND: 2,
      isPublic: false, isSecure: false, seedsSample: true, MAIL_FROM: "letters@countersign.example",
    });
  });

  test("an empty setting is one that is not set", () => {
    expect(readEnv({ SESSION_SECRET: SECRET, DATABASE_URL: "", RESEND_API_KEY: "", PORT: "" })).toMatchObject({ PORT: 3000 });
    expect(readEnv({ SESSION_SECRET: SECRET, DATABASE_URL: "" })).not.toHaveProperty("DATABASE_URL");
  });

  test("the secret is made once, kept beside the data, and read by its owner alone", () => {
    const DATA_DIR = join(mkdtempSync(join(tmpdir(), "countersign-env-")), "data");
    const { SESSION_SECRET } = readEnv({ DATA_DIR });
    expect(SESSION_SECRET.length).toBeGreaterThanOrEqual(32);
    expect(readEnv({ DATA_DIR }).SESSION_SECRET).toBe(SESSION_SECRET);
    expect(readFileSync(join(DATA_DIR, "session-secret"), "utf8")).toBe(SESSION_SECRET);
    expect(statSync(join(DATA_DIR, "session-secret")).mode & 0o077).toBe(0);
  });

  test.each(["http://localhost:4400", "http://127.0.0.1:4400", "http://[::1]:4400", "http://letters.localhost"])("%s is local", (APP_URL) => {
    expect(readEnv({ SESSION_SECRET: SECRET, APP_URL })).toMatchObject({ isPublic: false });
  });
});

describe("on a public address", () => {
  test("the house starts with its own secrets, and without the sample", () => {
    expect(readEnv({ ...PUBLIC, APP_URL: "https://letters.example.org/" })).toMatchObject({
      APP_URL: "https://letters.example.org", isPublic: true, isSecure: true, seedsSample: false,
    });
    expect(readEnv({ ...PUBLIC, SEED_SAMPLE: "yes" })).toMatchObject({ seedsSample: true });
  });

  test.each(["SESSION_SECRET", "RESEND_API_KEY", "RESEND_WEBHOOK_SECRET", "MAIL_FROM"])("it does not start without %s, and names it", (name) => {
    expect(refusalOf({ ...PUBLIC, [name]: "" })).toBe(`APP_URL is public, so set ${name} before starting (see .env.example).`);
  });

  test("it names all that is missing at once", () => {
    expect(refusalOf({ APP_URL: "https://letters.example.org", SESSION_SECRET: "" })).toBe(
      "APP_URL is public, so set SESSION_SECRET, RESEND_API_KEY, RESEND_WEBHOOK_SECRET, MAIL_FROM before starting (see .env.example).",
    );
  });

  test.each(["https://localhost.example.org", "https://127.example.org", "http://192.168.1.4:3000", "https://notlocalhost"])("%s is public", (APP_URL) => {
    expect(refusalOf({ APP_URL })).toMatch(/^APP_URL is public/);
  });
});

test.each([
  [{ PORT: "web" }, /^PORT in the environment is not usable: .+\.$/],
  [{ PORT: "70000" }, /^PORT in the environment is not usable: .+\.$/],
  [{ APP_URL: "letters.example.org" }, /^APP_URL in the environment is not usable: .+\.$/],
  [{ APP_URL: "ftp://letters.example.org" }, /^APP_URL in the environment is not usable: .+\.$/],
  [{ DATABASE_URL: "mysql://db.example.org/x" }, /^DATABASE_URL in the environment is not usable: .+\.$/],
  [{ SESSION_SECRET: "short" }, "SESSION_SECRET in the environment is not usable: needs at least 32 characters."],
  [{ RESEND_WEBHOOK_SECRET: "secret" }, "RESEND_WEBHOOK_SECRET in the environment is not usable: starts with whsec_."],
  [{ MAIL_FROM: "Countersign" }, /^MAIL_FROM in the environment is not usable: .+\.$/],
  [{ MAIL_RATE_PER_SECOND: "0" }, /^MAIL_RATE_PER_SECOND in the environment is not usable: .+\.$/],
  [{ ROLE: "database" }, /^ROLE in the environment is not usable: .+\.$/],
  [{ ORGANIZER_EMAIL: "grace" }, /^ORGANIZER_EMAIL in the environment is not usable: .+\.$/],
  [{ SEED_SAMPLE: "maybe" }, /^SEED_SAMPLE in the environment is not usable: .+\.$/],
])("%o is refused in one sentence that never tells a value", (settings, sentence) => {
  const told = refusalOf(settings);
  expect(told).toMatch(sentence);
  expect(told).not.toContain("\n");
});

test("TRUST_PROXY that cannot be read is refused with what it may be", () => {
  expect(refusalOf({ TRUST_PROXY: "true" })).toMatch(/^TRUST_PROXY in the environment is not usable: it is a number of proxies/);
  expect(refusalOf({ TRUST_PROXY: "1" })).toBeUndefined();
});
