import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "#db/client.server.ts";
import type { Failure } from "#tests/fakes/failures.ts";
import { timePasses } from "#tests/fakes/mail-clock.ts";
import { startFakeResend, type FakeResend } from "#tests/fakes/resend.ts";
import { testDatabaseUrl } from "#tests/setup/database.ts";
import { type House, type HouseProcess, runHouse, startHouse } from "#tests/setup/house.ts";
import { sign } from "#tests/setup/sign.ts";

const KILLS = 10;
const SIGNINGS_A_LIFE = 100;
const SIGNINGS = KILLS * SIGNINGS_A_LIFE;
const CLIENTS = 4;
const patience = { timeout: 60_000, interval: 5 };

/** What the provider does with each request in turn, again and again. */
const TROUBLE: (Failure | "none")[] = ["none", "hang-up", "none", "server-error", "none", "rate-limited", "none"];

let resend: FakeResend;
let web: House;
let worker: HouseProcess | undefined;

beforeAll(async () => {
  resend = await startFakeResend({ unreliable });
  web = await startHouse({ databaseUrl: testDatabaseUrl(), env: { ROLE: "web", RESEND_API_KEY: "re_test" } });
});

afterAll(async () => {
  await worker?.kill();
  await web?.stop();
  await resend?.stop();
});

test("1,000 signings, worker killed ten times: 1,000 mails, none twice", { timeout: 240_000 }, async () => {
  for (let life = 0; life < KILLS; life += 1) {
    const seen = resend.accepted.length;
    worker = startWorker();
    const signings = signALot(life);
    await expect.poll(() => resend.accepted.length, patience).toBeGreaterThan(seen);
    await worker.kill();
    await signings;
    await timePasses({ minutes: 2 });
  }
  worker = startWorker();
  await expect.poll(countWaiting, { timeout: 100_000, interval: 300 }).toBe(0);
  expect(await worker.stop()).toBe(0);

  expect(resend.answers).toEqual(expect.arrayContaining([200, 429, 500, "hang-up"]));
  expect(resend.mismatches).toEqual([]);
  const toSigners = resend.accepted.flatMap(({ to }) => to).filter((to) => /^ada-\d/.test(to));
  expect(toSigners.length).toBe(SIGNINGS);
  expect(new Set(toSigners).size).toBe(SIGNINGS);
  expect(await sql`select count(*)::int as count from signatures`).toEqual([{ count: SIGNINGS }]);
  expect(await sql`select state, count(*)::int as count from deliveries where card = 'confirm-signature' group by state`).toEqual([{ state: "sent", count: SIGNINGS }]);
});

function unreliable(request: number) {
  const trouble = TROUBLE[request % TROUBLE.length];
  return trouble === "none" ? undefined : trouble;
}

function startWorker() {
  return runHouse({
    ROLE: "worker",
    DATABASE_URL: testDatabaseUrl(),
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: resend.url,
    MAIL_RATE_PER_SECOND: "20",
  });
}

/** A hundred people, four at a time, while the worker wakes up and sends. */
async function signALot(life: number) {
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let count = client; count < SIGNINGS_A_LIFE; count += CLIENTS) {
      const answer = await sign(web.origin, `ada-${life}-${count}@example.org`);
      expect(answer.status).toBe(303);
    }
  });
  await Promise.all(clients);
}

/** Each look is a minute later for the post: waits and dead workers' leases pass. */
async function countWaiting() {
  await timePasses({ minutes: 1 });
  const [waiting] = await sql`
    select (select count(*) from deliveries where state in ('due', 'sending'))::int + (select count(*) from signings)::int as count`;
  return waiting?.count;
}
