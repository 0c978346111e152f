import { mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseUnavailable } from "../unavailable.ts";

export interface Account {
  uid: number;
  gid: number;
}

const UNPRIVILEGED = ["postgres", "node", "nobody"];

/**
 * PostgreSQL refuses to run as root, so there it runs as an account that every system has.
 * Undefined when we are not root: then it runs as we do.
 */
export function accountForServer(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  for (const name of UNPRIVILEGED) {
    const found = lines.find(([candidate]) => candidate === name);
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new DatabaseUnavailable("PostgreSQL does not run as root, and there is no account postgres, node or nobody: start as another user.");
}

/** Whether an account may walk down to a folder: every one above it must let it through. */
export function canReach(folder: string, { uid, gid }: Account): boolean {
  const path = resolve(folder);
  if (!letsThrough(path, { uid, gid })) return false;
  const parent = dirname(path);
  return parent === path || canReach(parent, { uid, gid });
}

function letsThrough(folder: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  if (group === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Where things go that the account must reach when the project's own folder is closed to it. */
export function stateFolder() {
  const folder = "/var/lib/countersign";
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
