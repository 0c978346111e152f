import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enqueueMail, MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { db, sql } from "#db/client.server.ts";
import { timePasses } from "#tests/fakes/mail-clock.ts";
import { startFakeResend, type FakeResend } from "#tests/fakes/resend.ts";
import { killMailWorker, startMailWorker, WORKER_NAME } from "./mail-worker-process.ts";

const workers: ChildProcess[] = [];
let fake: FakeResend;

beforeAll(async () => {
  fake = await startFakeResend({ slowMs: 300, unreliable: () => "slow" });
});

afterAll(async () => {
  await Promise.all(workers.map(killMailWorker));
  await fake.stop();
});

test("the database drops every connection while mail is under way: each mail once", { timeout: 150_000 }, async () => {
  for (const priority of new Set(Object.values(MAIL_PRIORITY))) {
    const props = { url: "https://countersign.example/in", minutes: 15 };
    await db.transaction((tx) => enqueueMail(tx, { card: "sign-in", props, priority, to: `ada-${priority}@example.org` }));
  }
  workers.push(startMailWorker(fake.url));
  await expect.poll(() => fake.requests.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${WORKER_NAME}`;

  // The first worker may recover, or die of postgres.js's write to a closed socket (its issue 1208): a second one
  // beside it is what a supervisor makes of that, and does no harm when both live.
  workers.push(startMailWorker(fake.url));
  await expect.poll(countLeft, { timeout: 60_000, interval: 300 }).toBe(0);
  expect(fake.accepted.flatMap(({ to }) => to).toSorted()).toEqual(["ada-1@example.org", "ada-2@example.org", "ada-3@example.org"]);
});

async function countLeft() {
  await timePasses({ minutes: 1 });
  const [left] = await sql`select count(*)::int as count from deliveries where state <> 'sent'`;
  return left?.count;
}
