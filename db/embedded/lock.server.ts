import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseUnavailable } from "../unavailable.ts";

const NAMELESS_MS = 5_000;
const PATIENCE_MS = 60_000;

/** Runs `work` while no other process does the same for this path. A lock whose owner is dead is taken over. */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(path)) {
    if (isStale(path)) breakLock(path);
    if (Date.now() > deadline) throw new DatabaseUnavailable(`Another start has held ${path} for a minute; end it or remove that folder.`);
    await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function take(path: string): boolean {
  try {
    mkdirSync(path);
  } catch {
    return false;
  }
  writeFileSync(join(path, "pid"), String(process.pid));
  return true;
}

function isStale(path: string): boolean {
  try {
    const pid = Number(readFileSync(join(path, "pid"), "utf8"));
    return pid > 0 && pid !== process.pid && !isAlive(pid);
  } catch {
    // Just released, or its owner was killed before it could write its name.
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - made > NAMELESS_MS;
  }
}

/** Renaming succeeds for one of those who found it stale. */
function breakLock(path: string) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}
