import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { openSync, closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { type Binaries, findBinaries } from "./embedded/binaries.server.ts";
import { type Cluster, ensureCluster, placeCluster, spawnOptions } from "./embedded/cluster.server.ts";
import { freePort } from "./embedded/free-port.ts";
import { isAlive, withLock } from "./embedded/lock.server.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

const DATABASE = "countersign";
const START_MS = 60_000;
/** A server that is recovering from a crash does not answer yet. */
const RECOVERY_MS = 15_000;
const STOP_MS = 30_000;
const WATCH_MS = 500;

interface Running {
  pid: number;
  port: number;
}

/**
 * A real PostgreSQL on a folder of ours, started when it does not run yet. It outlives a killed process, and the
 * next start takes it over; should it die, it is started again. `stop` ends it, unless it belongs to another living
 * process; for those who are left, their watch then starts it again.
 * @throws DatabaseUnavailable with one sentence for the operator.
 */
export async function startEmbeddedDatabase({ dataDir, onProgress }: { dataDir: string; onProgress: (line: string) => void }) {
  const cluster = placeCluster(dataDir, onProgress);
  return withLock(cluster.lock, async () => {
    const binaries = findBinaries(cluster.account);
    ensureCluster(cluster, binaries, onProgress);
    const running = (await findRunning(cluster)) ?? (await start(cluster, binaries, await freePort()));
    await ensureDatabase(cluster, running);
    takeOwnership(cluster);
    const watch = supervise(cluster, binaries, running);
    return {
      url: urlOf(cluster, running, DATABASE),
      stop: async () => {
        watch.end();
        await withLock(cluster.lock, async () => {
          // Asked again, for whoever started it may have left since.
          if (takeOwnership(cluster)) await stop(cluster, binaries);
        });
      },
    };
  });
}

/** Starts a server that died again, on the port that everybody knows. `running` then holds its new pid. */
function supervise(cluster: Cluster, binaries: Binaries, running: Running) {
  let isRestarting = false;
  let isOver = false;
  const timer = setInterval(async () => {
    if (isRestarting || isAlive(running.pid)) return;
    isRestarting = true;
    await withLock(cluster.lock, async () => {
      if (isOver) return;
      Object.assign(running, (await findRunning(cluster)) ?? (await start(cluster, binaries, running.port)));
    }).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : "The database did not start again."}\n`);
    });
    isRestarting = false;
  }, WATCH_MS);
  timer.unref();
  return {
    end() {
      isOver = true;
      clearInterval(timer);
    },
  };
}

/** The server on this folder that a killed or another living process of ours has left running. */
async function findRunning(cluster: Cluster): Promise<Running | undefined> {
  const running = readPidFile(cluster);
  const deadline = Date.now() + RECOVERY_MS;
  while (running && isAlive(running.pid) && Date.now() < deadline) {
    if (await answers(cluster, running)) return running;
    await wait(50);
  }
  // The pid may by now be some other program's. Should it be the server's after all, PostgreSQL refuses to start twice.
  return undefined;
}

async function start(cluster: Cluster, { postgres: binary }: Binaries, port: number): Promise<Running> {
  const log = openSync(cluster.logFile, "a", 0o600);
  const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: 100 };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Detached, or Ctrl-C would stop it under requests that are being finished; to a file, for it may outlive us.
  const server = spawn(binary, ["-D", cluster.folder, ...flags], {
    ...spawnOptions(cluster.account),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const failed = once(server, "error").then(([error]: Error[]) => error);
  server.unref();
  const deadline = Date.now() + START_MS;
  while (server.pid !== undefined && server.exitCode === null && Date.now() < deadline) {
    const running = { pid: server.pid, port };
    if (await answers(cluster, running)) return running;
    await wait(20);
  }
  const error = server.pid === undefined ? (await failed)?.message : lastLine(cluster.logFile);
  throw new DatabaseUnavailable(`The database did not start: ${error} (see ${cluster.logFile}).`);
}

/** A fast stop: running statements are ended, and everything acknowledged is on disk. */
async function stop(cluster: Cluster, { pgCtl }: Binaries) {
  rmSync(cluster.ownerFile, { force: true });
  const running = readPidFile(cluster);
  if (!running) return;
  if (process.platform === "win32") {
    spawnSync(pgCtl, ["stop", "-D", cluster.folder, "-m", "fast"]);
    return;
  }
  if (isAlive(running.pid)) process.kill(running.pid, "SIGINT");
  const deadline = Date.now() + STOP_MS;
  while (isAlive(running.pid) && Date.now() < deadline) await wait(10);
}

async function answers(cluster: Cluster, running: Running) {
  const client = postgres(urlOf(cluster, running, "postgres"), { max: 1, fetch_types: false, connect_timeout: 3, onnotice: () => {} });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

async function ensureDatabase(cluster: Cluster, running: Running) {
  const client = postgres(urlOf(cluster, running, "postgres"), { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    const found = await client`select from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await client`create database ${client(DATABASE)}`;
  } finally {
    await client.end();
  }
}

/** Whoever started the server stops it; one whose starter is dead belongs to whoever finds it. */
function takeOwnership({ ownerFile }: Cluster): boolean {
  const owner = Number(read(ownerFile));
  if (owner > 0 && owner !== process.pid && isAlive(owner)) return false;
  writeFileSync(ownerFile, String(process.pid));
  return true;
}

/** Lines of postmaster.pid: pid, data folder, start time, port, … */
function readPidFile({ folder }: Cluster): Running | undefined {
  const [pid, , , port] = read(join(folder, "postmaster.pid")).split("\n").map(Number);
  return pid && port ? { pid, port } : undefined;
}

function urlOf({ passwordFile }: Cluster, { port }: Running, database: string) {
  return `postgres://postgres:${read(passwordFile)}@127.0.0.1:${port}/${database}`;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function lastLine(file: string) {
  return read(file).trim().split("\n").at(-1) || "it gave no reason";
}
