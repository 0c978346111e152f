import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { testDatabaseUrl } from "#tests/setup/database.ts";

/** How its connections are called in pg_stat_activity. */
export const WORKER_NAME = "mail-worker";

/** A process that does nothing but deliver the mail of this test's database; see mail-worker.ts. */
export function startMailWorker(resendUrl: string) {
  const env = {
    ...process.env,
    DATABASE_URL: testDatabaseUrl(),
    PGAPPNAME: WORKER_NAME,
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: resendUrl,
    MAIL_RATE_PER_SECOND: "50",
  };
  return spawn(process.execPath, ["--import", "tsx", "tests/fault/mail-worker.ts"], { env, stdio: ["ignore", "ignore", "inherit"] });
}

/** With -9: it cannot say goodbye. */
export async function killMailWorker(worker: ChildProcess) {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const exit = once(worker, "exit");
  worker.kill("SIGKILL");
  await exit;
}
