import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder for a database inside, open to the account that runs it, until the test file ends. */
export function makeDataFolder(name = "data"): string {
  const top = mkdtempSync(join(tmpdir(), "countersign-test-"));
  made.push(top);
  chmodSync(top, 0o755);
  const folder = join(top, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The process id of the server on a data folder, dead or alive; undefined once it was stopped in good order. */
export function serverPid(dataDir: string): number | undefined {
  const file = join(dataDir, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n", 1)[0]) : undefined;
}

export function mustServerPid(dataDir: string): number {
  const pid = serverPid(dataDir);
  if (pid === undefined) throw new Error("No server runs on this folder.");
  return pid;
}

/** The address of the database inside that a house runs on this folder. It stays the house's to watch and to stop. */
export async function databaseUrlOf(dataDir: string): Promise<string> {
  const database = await startEmbeddedDatabase({ dataDir, onProgress: () => {} });
  await database.stop();
  return database.url;
}
