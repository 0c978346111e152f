import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { databaseUrlOf, makeDataFolder, mustServerPid } from "#tests/setup/scratch-folder.ts";
import { type House, startHouse } from "#tests/setup/house.ts";
import { sign } from "#tests/setup/sign.ts";

const patience = { timeout: 60_000, interval: 100 };

let dataDir: string;
let house: House;
let client: postgres.Sql;

beforeAll(async () => {
  dataDir = makeDataFolder();
  house = await startHouse({ env: { DATA_DIR: dataDir } });
  client = postgres(await databaseUrlOf(dataDir), { max: 1, fetch_types: false, onnotice: () => {} });
});

afterAll(async () => {
  await client?.end({ timeout: 1 });
  await house?.stop();
});

test("while the database is away the letter stands, signing says so and nothing is half done; then all goes on", async () => {
  const letter = await read("/letters/dear-retailers");
  expect(letter).toMatchObject({ status: 200, text: expect.stringContaining("Dear retailers") });

  const bringBack = holdDown();
  onTestFinished(bringBack);
  process.kill(mustServerPid(dataDir), "SIGKILL");
  await expect.poll(async () => (await read("/health")).status, patience).toBe(503);
  // Looked at until it is no longer fresh and could not be rendered anew.
  await expect
    .poll(async () => {
      expect.soft(await read("/letters/dear-retailers")).toEqual(letter);
      return house.errors();
    }, patience)
    .toContain("] GET: ");
  const refused = await sign(house.origin, "ada@example.org");
  expect(refused.status).toBeGreaterThanOrEqual(500);
  expect(await refused.text()).toContain("nothing of it was stored just now");
  expect((await read("/letters/dear-retailers/sign")).status).toBeGreaterThanOrEqual(500);
  expect(await read("/letters/dear-retailers")).toEqual(letter);

  bringBack();
  await expect.poll(async () => (await read("/health")).status, patience).toBe(200);
  expect((await sign(house.origin, "sam@example.org")).status).toBe(303);
  expect(await client`select email from signatures`).toEqual([{ email: "sam@example.org" }]);
  await expect.poll(() => client`select to_address from mailbox`, patience).toEqual([{ to_address: "sam@example.org" }]);
  expect(house.process.exitCode).toBeNull();
});

test("after that, what is published still drops pages at once", async () => {
  let attempt = 0;
  // A page is fresh for a second and shown for ten: the next look shows a change only when the house heard of it.
  await expect
    .poll(async () => {
      const title = `Dear retailers, for the ${(attempt += 1)}th time`;
      await read("/letters/dear-retailers");
      await client.begin(async (tx) => {
        await tx`update letter_versions set title = ${title}`;
        await tx`select pg_notify('published', 'dear-retailers')`;
      });
      return (await read("/letters/dear-retailers")).text.includes(title);
    }, patience)
    .toBe(true);
});

/** Nobody can start the server again before this is given back: we hold the lock of those who would. */
function holdDown() {
  const lock = join(dataDir, "postgres.lock");
  mkdirSync(lock);
  writeFileSync(join(lock, "pid"), String(process.pid));
  return () => rmSync(lock, { recursive: true, force: true });
}

async function read(path: string) {
  const response = await fetch(`${house.origin}${path}`);
  return { status: response.status, text: await response.text() };
}
