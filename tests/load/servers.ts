import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync } from "node:fs";
import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import postgres from "postgres";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";
import { startHouse } from "#tests/setup/house.ts";

export interface Served {
  origin: string;
  stop(): Promise<void>;
}

interface MeasuredHouse extends Served {
  databaseUrl: string;
}

/** The built house on a fresh database in `folder`; without its worker, unless `env` says so: mailing is not what most measure. */
export async function startMeasuredHouse(folder: string, env: Record<string, string> = {}): Promise<MeasuredHouse> {
  chmodSync(folder, 0o755);
  const database = await startEmbeddedDatabase({ dataDir: folder, onProgress: () => {} });
  const house = await startHouse({
    databaseUrl: database.url,
    env: { DATA_DIR: folder, SEED_SAMPLE: "no", ROLE: "web", ...env },
  }).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  return {
    origin: house.origin,
    databaseUrl: database.url,
    async stop() {
      await house.stop();
      await database.stop();
    },
  };
}

/** A bare server that answers with the very bytes that the house sends for `path`. */
export async function startBare(house: MeasuredHouse, path: string): Promise<Served> {
  const sql = postgres(house.databaseUrl, { max: 1 });
  const [row] = await sql<{ campaign: string; letter: string }[]>`
    select c.id as campaign, v.id as letter from campaigns c join letter_versions v on v.campaign_id = c.id limit 1`;
  await sql.end();
  if (!row) throw new Error("The campaign was not seeded.");
  const child = spawn(process.execPath, ["--import", "tsx", "tests/load/bare.ts", house.databaseUrl, row.campaign, row.letter], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(await compressedBytes(house.origin, path));
  const [line] = await once(child.stdout, "data");
  return { origin: `http://127.0.0.1:${String(line).trim()}`, stop: () => end(child) };
}

/** fetch() would decompress them. */
async function compressedBytes(origin: string, path: string): Promise<Buffer> {
  const [response] = await once(get(`${origin}${path}`, { headers: { "accept-encoding": "br" } }), "response");
  return buffer(response);
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
