import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";
import { isAlive } from "#db/embedded/lock.server.ts";
import { makeDataFolder, mustServerPid, serverPid } from "#tests/setup/scratch-folder.ts";
import { startDatabaseHolder } from "./database-holder-process.ts";

const isRoot = process.getuid?.() === 0;
const QUERY_MS = 10_000;
const patience = { timeout: 30_000, interval: 50 };

beforeAll(() => {
  if (!isRoot) process.stdout.write("Not run, for we are not root: the database's tests \"as root\", of its account and of a closed folder.\n");
});

describe("a server that is killed while four write", () => {
  const ROWS_BEFORE = 40;
  const ROWS_AFTER = 80;

  test("has every row it acknowledged, and is started again on its port", async () => {
    const dataDir = makeDataFolder();
    const { url } = await open(dataDir);
    await query(url, "create table notes (id int primary key)");
    const acknowledged = new Set<number>();
    const stopping = new AbortController();
    const writers = [1, 2, 3, 4].map((writer) => write(url, { first: writer * 1_000_000, acknowledged, signal: stopping.signal }));

    await expect.poll(() => acknowledged.size, patience).toBeGreaterThan(ROWS_BEFORE);
    const before = mustServerPid(dataDir);
    process.kill(before, "SIGKILL");
    const atDeath = acknowledged.size;
    await expect.poll(() => acknowledged.size, patience).toBeGreaterThan(atDeath + ROWS_AFTER);
    stopping.abort();
    await Promise.all(writers);

    const stored = new Set((await query(url, "select id from notes")).map(({ id }) => Number(id)));
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(mustServerPid(dataDir)).not.toBe(before);
  });
});

describe("a process that dies", () => {
  test("leaves its server to the next start, which stops it", async () => {
    const dataDir = makeDataFolder();
    const first = await startDatabaseHolder(dataDir);
    const pid = mustServerPid(dataDir);
    await first.kill();
    expect(isAlive(pid)).toBe(true);

    const second = await startDatabaseHolder(dataDir);
    expect(second.url).toBe(first.url);
    expect(mustServerPid(dataDir)).toBe(pid);
    expect(await second.stop()).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });

  test("leaves a lock that the next start takes over", async () => {
    const dataDir = makeDataFolder();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    mkdirSync(join(dataDir, "postgres.lock"));
    writeFileSync(join(dataDir, "postgres.lock", "pid"), String(pid));
    const { url } = await open(dataDir);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

test("four starts at once make one cluster, and leave no server behind", async () => {
  const dataDir = makeDataFolder();
  const holders = await Promise.all([1, 2, 3, 4].map(() => startDatabaseHolder(dataDir)));
  const identity = "select system_identifier::text as id from pg_control_system()";
  const seen = await Promise.all(holders.map(({ url }) => query(url, identity)));
  expect(new Set(seen.map(([row]) => row?.["id"])).size).toBe(1);

  expect(await Promise.all(holders.map((holder) => holder.stop()))).toEqual([0, 0, 0, 0]);
  expect(serverPid(dataDir)).toBeUndefined();
});

test("whoever outlives the process that stopped the server has one again, and stops that", async () => {
  const dataDir = makeDataFolder();
  const starter = await startDatabaseHolder(dataDir);
  const second = await startDatabaseHolder(dataDir);
  await starter.stop();
  await expect.poll(() => query(second.url, "select 1 as one").catch(() => "away"), patience).toEqual([{ one: 1 }]);
  expect(await second.stop()).toBe(0);
  expect(serverPid(dataDir)).toBeUndefined();
});

test("data of another major version is refused, naming both", async () => {
  const dataDir = makeDataFolder();
  mkdirSync(join(dataDir, "postgres"));
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "15\n");
  const start = startEmbeddedDatabase({ dataDir, onProgress: () => {} });
  await expect(start).rejects.toMatchObject({ name: "DatabaseUnavailable", message: expect.stringMatching(/PostgreSQL 15,.* PostgreSQL 18/) });
});

test("a folder's name may have spaces and letters of any language", async () => {
  const dataDir = makeDataFolder("Ada's Bücher 書 %20 'two'");
  const { url } = await open(dataDir);
  expect(await query(url, "select current_database() as name")).toEqual([{ name: "countersign" }]);
});

describe.runIf(isRoot)("as root", () => {
  const places: string[] = [];
  afterAll(() => {
    for (const place of places) rmSync(place, { recursive: true, force: true });
  });

  test("the server runs as an account without rights", async () => {
    const dataDir = makeDataFolder();
    await open(dataDir);
    expect(statSync(join(dataDir, "postgres")).uid).not.toBe(0);
    expect(statSync(join(dataDir, "postgres", "postmaster.pid")).uid).not.toBe(0);
  });

  test("a data folder below a closed one works, and a note there tells where the files are", async () => {
    const dataDir = makeDataFolder("closed/data");
    chmodSync(join(dataDir, ".."), 0o700);
    const progress: string[] = [];
    const database = await startEmbeddedDatabase({ dataDir, onProgress: (line) => progress.push(line) });
    onTestFinished(() => database.stop());
    const [place = ""] = readFileSync(join(dataDir, "where-is-the-database.txt"), "utf8").split("\n", 1);
    places.push(place);
    expect(await query(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(existsSync(join(place, "postgres", "PG_VERSION"))).toBe(true);
    expect(progress.join("\n")).toContain(place);
  });
});

async function open(dataDir: string) {
  const database = await startEmbeddedDatabase({ dataDir, onProgress: () => {} });
  onTestFinished(() => database.stop());
  return database;
}

/** postgres.js as npm brings it can wait for ever on a server that died (see db/mend-postgres.ts); this gives up. */
async function query(url: string, statement: string) {
  const client = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    return [...(await Promise.race([client.unsafe(statement), giveUp()]))];
  } finally {
    await client.end({ timeout: 1 });
  }
}

async function giveUp(): Promise<never> {
  await wait(QUERY_MS, undefined, { ref: false });
  throw new Error("The database did not answer.");
}

interface Writing {
  first: number;
  acknowledged: Set<number>;
  signal: AbortSignal;
}

/** One row after the other, each with a number of its own; what fails is not tried again. */
async function write(url: string, { first, acknowledged, signal }: Writing) {
  for (let id = first; !signal.aborted; id += 1) {
    await query(url, `insert into notes values (${id})`).then(
      () => acknowledged.add(id),
      () => undefined,
    );
  }
}
