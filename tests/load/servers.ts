import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";
import postgres from "postgres";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";

export interface Served {
  origin: string;
  stop(): Promise<void>;
}

interface House extends Served {
  databaseUrl: string;
}

/** The built house as `npm start` runs it, on a fresh database in `folder`; mail goes to the mailbox. */
export async function startHouse(folder: string): Promise<House> {
  chmodSync(folder, 0o755);
  const database = await startEmbeddedDatabase({ dataDir: folder, onProgress: () => {} });
  const port = await freePort();
  const child = spawn(process.execPath, ["app/start.js"], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: database.url, DATA_DIR: folder, SEED_SAMPLE: "no", ROLE: "web" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://localhost:${port}`;
  await untilHealthy(origin);
  return {
    origin,
    databaseUrl: database.url,
    async stop() {
      await end(child);
      await database.stop();
    },
  };
}

/** A bare server that answers with the very bytes that the house sends for `path`. */
export async function startBare(house: House, path: string): Promise<Served> {
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

/** fetch() decompresses, so the bytes are asked for by node:http. */
async function compressedBytes(origin: string, path: string): Promise<Buffer> {
  const [response] = await once(get(`${origin}${path}`, { headers: { "accept-encoding": "br" } }), "response");
  const bytes = await buffer(response);
  brotliDecompressSync(bytes);
  return bytes;
}

async function untilHealthy(origin: string) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const response = await fetch(`${origin}/health`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The house did not open.");
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}
