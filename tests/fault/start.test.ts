import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";
import { freePort } from "#db/embedded/free-port.ts";
import { isAlive } from "#db/embedded/lock.server.ts";
import { databaseUrlOf, makeDataFolder, mustServerPid, serverPid } from "#tests/setup/scratch-folder.ts";
import { runHouse, startHouse } from "#tests/setup/house.ts";
import { sign } from "#tests/setup/sign.ts";

const patience = { timeout: 30_000, interval: 50 };

interface Refusal {
  title: string;
  settings(): Promise<Record<string, string>>;
  says: RegExp;
}

const REFUSALS: Refusal[] = [
  {
    title: "a database that does not answer",
    settings: async () => ({ DATABASE_URL: `postgres://ada:secret@127.0.0.1:${await freePort()}/letters` }),
    says: /^DATABASE_URL: no PostgreSQL answers at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\.$/,
  },
  {
    title: "a wrong password, which is not repeated",
    settings: async () => ({ DATABASE_URL: clusterUrl({ password: "not-the-password" }) }),
    says: /^DATABASE_URL: PostgreSQL at 127\.0\.0\.1:\d+ does not let postgres in with this password\.$/,
  },
  {
    title: "a database that is not there",
    settings: async () => ({ DATABASE_URL: clusterUrl({ pathname: "letters" }) }),
    says: /^DATABASE_URL: PostgreSQL at 127\.0\.0\.1:\d+ has no database letters; create it first\.$/,
  },
  {
    title: "a public address without its secrets",
    settings: async () => ({ APP_URL: "https://letters.example.org", SESSION_SECRET: "" }),
    says: /^APP_URL is public, so set SESSION_SECRET, RESEND_API_KEY, RESEND_WEBHOOK_SECRET, MAIL_FROM before starting \(see \.env\.example\)\.$/,
  },
];

test.each(REFUSALS.map((refusal) => [refusal.title, refusal] as const))("a start with %s ends with one sentence", async (_, { settings, says }) => {
  const dataDir = makeDataFolder();
  const start = runHouse({ PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: "", ...(await settings()) });
  expect(await start.ended).toBe(1);
  expect(start.errors().trimEnd().split("\n")).toEqual([expect.stringMatching(says)]);
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);
});

test("a start on a taken port ends with one sentence, and takes its database down again", async () => {
  const dataDir = makeDataFolder();
  const other = createServer().listen(0);
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const port = portOf(other);
  const start = runHouse({ PORT: port, DATA_DIR: dataDir, DATABASE_URL: "" });
  await expect.poll(() => serverPid(dataDir), patience).toBeTypeOf("number");
  const database = mustServerPid(dataDir);
  expect(await start.ended).toBe(1);
  expect(start.errors()).toBe(`Port ${port} is taken; set PORT to another one.\n`);
  expect(isAlive(database)).toBe(false);
});

test("a stop while the house opens leaves no database behind", async () => {
  const dataDir = makeDataFolder();
  const start = runHouse({ PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: "" });
  await expect.poll(() => serverPid(dataDir), patience).toBeTypeOf("number");
  const database = mustServerPid(dataDir);
  expect(await start.stop()).toBe(0);
  expect(isAlive(database)).toBe(false);
});

test("a second start on the same folder keeps everything, and a stop lets a signing finish", async () => {
  const dataDir = makeDataFolder();
  const first = await startHouse({ env: { DATA_DIR: dataDir } });
  onTestFinished(() => first.kill());
  expect((await sign(first.origin, "ada@example.org")).status).toBe(303);
  expect(await first.stop()).toBe(0);
  expect(serverPid(dataDir)).toBeUndefined();

  const second = await startHouse({ env: { DATA_DIR: dataDir } });
  onTestFinished(() => second.kill());
  const database = mustServerPid(dataDir);
  const client = postgres(await databaseUrlOf(dataDir), { max: 1, onnotice: () => {} });
  expect(await client`select email from signatures`).toEqual([{ email: "ada@example.org" }]);

  // The signing waits for this lock, and so is under way when the signal comes.
  let answer: Promise<Response> | undefined;
  await client.begin(async (tx) => {
    await tx`lock table signer_sessions in access exclusive mode`;
    answer = sign(second.origin, "sam@example.org");
    await expect.poll(async () => (await tx`select from pg_locks where not granted and relation = 'signer_sessions'::regclass`).count, patience).toBe(1);
    second.process.kill("SIGTERM");
    await expect.poll(() => second.output(), patience).toContain("Stopping");
  });
  await client.end();
  expect((await answer)?.status).toBe(303);
  expect(await second.ended).toBe(0);
  expect(isAlive(database)).toBe(false);
  expect(await listSigners(dataDir)).toEqual(["ada@example.org", "sam@example.org"]);
});

async function listSigners(dataDir: string) {
  const { url, stop } = await startEmbeddedDatabase({ dataDir, onProgress: () => {} });
  const client = postgres(url, { max: 1 });
  const rows = await client<{ email: string }[]>`select email from signatures order by email`;
  await client.end();
  await stop();
  return rows.map(({ email }) => email);
}

function clusterUrl(change: Partial<Pick<URL, "password" | "pathname">>) {
  return Object.assign(new URL(inject("clusterUrl")), change).href;
}

function portOf(server: ReturnType<typeof createServer>) {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The system gave no port.");
  return String(address.port);
}
