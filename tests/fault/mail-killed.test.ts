import type { ChildProcess } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enqueueMail, MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { db, sql } from "#db/client.server.ts";
import type { Failure } from "#tests/fakes/failures.ts";
import { timePasses } from "#tests/fakes/mail-clock.ts";
import { startFakeResend, type FakeResend } from "#tests/fakes/resend.ts";
import { killMailWorker, startMailWorker } from "./mail-worker-process.ts";

const KILLS = 10;
const MAILS_A_LIFE = 100;
const PRIORITIES = Object.values(MAIL_PRIORITY);
const MAILS = KILLS * MAILS_A_LIFE;

/** What happens to each request in turn, again and again. */
const TROUBLE: (Failure | "none")[] = ["hang-up", "none", "slow", "server-error", "none", "hang-up", "rate-limited", "slow", "none"];

let fake: FakeResend;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  fake = await startFakeResend({ slowMs: 150, unreliable });
});

afterAll(async () => {
  worker?.kill("SIGKILL");
  await fake.stop();
});

test("a thousand mails, ten workers killed over them, a provider in trouble: each mail once", { timeout: 240_000 }, async () => {
  for (let life = 0; life < KILLS; life += 1) {
    await enqueue(life);
    const seen = fake.requests.length;
    worker = startMailWorker(fake.url);
    await expect.poll(() => fake.requests.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(seen);
    // Lives of different length, so that death comes before, during and after the request, the recording, the sealing.
    await setTimeout(life * 25);
    await killMailWorker(worker);
    await timePasses({ minutes: 2 });
  }

  worker = startMailWorker(fake.url);
  await expect.poll(countWaiting, { timeout: 100_000, interval: 300 }).toBe(0);
  await killMailWorker(worker);

  expect(fake.answers).toEqual(expect.arrayContaining([200, 429, 500, "hang-up"]));
  expect(fake.mismatches).toEqual([]);
  expect(fake.accepted.length).toBe(MAILS);
  expect(new Set(fake.accepted.flatMap(({ to }) => to)).size).toBe(MAILS);
  const recorded = await sql<{ id: string; providerId: string }[]>`
    select id, provider_id as "providerId" from deliveries where state = 'sent' order by id`;
  const accepted = fake.accepted.map(({ id, tags }) => ({ id: tags?.[0]?.value ?? "", providerId: id }));
  expect([...recorded]).toEqual(accepted.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
});

function unreliable(request: number) {
  const trouble = TROUBLE[request % TROUBLE.length];
  return trouble === "none" ? undefined : trouble;
}

/** In three priorities, and so in at least as many batches. */
async function enqueue(life: number) {
  await db.transaction(async (tx) => {
    for (let count = 0; count < MAILS_A_LIFE; count += 1) {
      const props = { url: `https://countersign.example/organize/session/${life}-${count}`, minutes: 15 };
      const priority = PRIORITIES[count % PRIORITIES.length] ?? MAIL_PRIORITY.awaited;
      await enqueueMail(tx, { card: "sign-in", props, priority, to: `ada-${life}-${count}@example.org` });
    }
  });
}

/** Each look is a minute later for the post: waits and dead workers' leases pass. */
async function countWaiting() {
  await timePasses({ minutes: 1 });
  const [waiting] = await sql`select count(*)::int as count from deliveries where state in ('due', 'sending')`;
  return waiting?.count;
}
