import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { deliverDueMail } from "#app/mail/deliver.server.ts";
import { enqueueMail, MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { db, sql } from "#db/client.server.ts";
import { timePasses } from "#tests/fakes/mail-clock.ts";
import { startFakeResend, type FakeResend } from "#tests/fakes/resend.ts";

let fake: FakeResend;

beforeAll(async () => {
  fake = await startFakeResend({ slowMs: 300, unreliable: () => "slow" });
  env.RESEND_API_KEY = "re_test";
  env.RESEND_BASE_URL = fake.url;
});

afterAll(() => fake.stop());

test("the database goes away while mail is under way: each mail once", async () => {
  const { signal } = new AbortController();
  for (const priority of Object.values(MAIL_PRIORITY)) {
    const props = { url: "https://countersign.example/in", minutes: 15 };
    await db.transaction((tx) => enqueueMail(tx, { card: "sign-in", props, priority, to: `ada-${priority}@example.org` }));
  }

  const round = deliverDueMail(signal).catch(() => "the round failed");
  await expect.poll(() => fake.requests.length, { interval: 5 }).toBeGreaterThan(0);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await round;

  await expect
    .poll(async () => {
      await timePasses({ minutes: 2 });
      await deliverDueMail(signal);
      const [left] = await sql`select count(*)::int as count from deliveries where state <> 'sent'`;
      return left?.count;
    }, { timeout: 20_000 })
    .toBe(0);
  expect(fake.accepted.flatMap(({ to }) => to).toSorted()).toEqual(["ada-1@example.org", "ada-2@example.org", "ada-3@example.org"]);
});
