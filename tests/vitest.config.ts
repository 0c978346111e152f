import { defineConfig } from "vitest/config";

const report = process.env["VITEST_REPORT"];
const common = { environment: "node", restoreMocks: true } as const;
const onDatabase = {
  ...common,
  globalSetup: "tests/setup/cluster.ts",
  setupFiles: "tests/setup/database.ts",
} as const;

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    maxWorkers: 2,
    // CI counts from this file.
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    env: {
      SESSION_SECRET: "a secret that only the tests know, 0123456789",
      MAIL_RATE_PER_SECOND: "100",
      SEED_SAMPLE: "no",
    },
    projects: [
      { extends: true, test: { ...common, name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        // A slow machine's share: hundreds of mails, rendered and sent, take it more than Vitest's five seconds.
        test: { ...onDatabase, name: "integration", include: ["tests/integration/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 30_000 },
      },
      {
        extends: true,
        test: { ...onDatabase, name: "fault", include: ["tests/fault/**/*.test.ts"], testTimeout: 90_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { ...onDatabase, name: "e2e", include: ["tests/e2e/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
      },
    ],
  },
});
