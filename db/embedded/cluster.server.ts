import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseUnavailable } from "../unavailable.ts";
import { type Account, accountForServer, canReach, stateFolder } from "./account.server.ts";
import type { Binaries } from "./binaries.server.ts";

/** Where a cluster's files are; all but `folder` belong to us, and `folder` to the account that runs the server. */
export interface Cluster {
  folder: string;
  passwordFile: string;
  logFile: string;
  /** The process that stops the server. */
  ownerFile: string;
  lock: string;
  account: Account | undefined;
}

/** Finds the place of the cluster under `dataDir`, or beside it where the account that runs the server cannot go. */
export function placeCluster(dataDir: string, onProgress: (line: string) => void): Cluster {
  const home = resolve(dataDir);
  mkdirSync(home, { recursive: true });
  const fallback = accountForServer();
  const isClosed = fallback !== undefined && !canReach(home, fallback);
  const place = isClosed ? closedPlace(home, onProgress) : home;
  const folder = join(place, "postgres");
  return {
    folder,
    passwordFile: join(home, "postgres.password"),
    logFile: join(home, "postgres.log"),
    ownerFile: join(home, "postgres.owner"),
    lock: join(home, "postgres.lock"),
    account: fallback && (ownerOf(folder) ?? fallback),
  };
}

/** Makes the cluster when there is none: in a folder aside first, so that a half-made one is never found. */
export function ensureCluster({ folder, passwordFile, account }: Cluster, binaries: Binaries, onProgress: (line: string) => void) {
  if (existsSync(join(folder, "PG_VERSION"))) return checkMajor(folder, binaries.major);
  onProgress("Setting up the database.");
  const password = randomBytes(24).toString("base64url");
  const aside = mkdtempSync(join(dirname(folder), "postgres-new-"));
  const passwordForInitdb = join(aside, "password");
  writeFileSync(passwordForInitdb, password, { mode: 0o600 });
  if (account) for (const path of [aside, passwordForInitdb]) chownSync(path, account.uid, account.gid);
  try {
    runInitdb(binaries.initdb, join(aside, "cluster"), passwordForInitdb, account);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    renameSync(join(aside, "cluster"), folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The account to spawn with, a working folder that it may enter, and none of our settings: some are secrets. */
export function spawnOptions(account: Account | undefined) {
  const { PATH, NODE_ENV } = process.env;
  return { ...account, ...(account ? { cwd: "/" } : {}), env: { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" } };
}

function runInitdb(initdb: string, folder: string, passwordFile: string, account: Account | undefined) {
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const made = spawnSync(initdb, ["-D", folder, "--data-checksums", ...locale, ...access], {
    ...spawnOptions(account),
    encoding: "utf8",
  });
  if (made.status === 0) return;
  const reason = made.error?.message ?? made.stderr.trim().split("\n").at(-1);
  throw new DatabaseUnavailable(`The database could not be set up in ${folder}: ${reason}`);
}

function checkMajor(folder: string, major: string) {
  const found = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (found === major) return;
  throw new DatabaseUnavailable(
    `The data in ${folder} belongs to PostgreSQL ${found}, and this version of Countersign brings PostgreSQL ${major}: ` +
      "keep using the version that made it, or move the data over with pg_dump.",
  );
}

function ownerOf(folder: string): Account | undefined {
  const owner = statSync(folder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

/** One folder of the system for each data folder, named in a note where the data was expected. */
function closedPlace(home: string, onProgress: (line: string) => void) {
  const place = join(stateFolder(), createHash("sha256").update(home).digest("hex").slice(0, 16));
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const note = join(home, "where-is-the-database.txt");
  if (!existsSync(note)) {
    writeFileSync(note, `${place}\nPostgreSQL does not run as root, and its account cannot enter this folder.\n`);
    onProgress(`The database's files are in ${place}, because this folder is closed to its account.`);
  }
  return place;
}
