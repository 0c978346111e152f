import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#db/embedded/free-port.ts";

const OPENING_MS = 90_000;

export interface HouseProcess {
  process: ChildProcess;
  /** What it has said so far. */
  output(): string;
  /** Of that, what went to stderr. */
  errors(): string;
  /** Resolves with its exit code once it has ended, by itself or by a signal (then null). */
  ended: Promise<number | null>;
  /** As an operator would: SIGTERM, and until it has drained. Resolves with its exit code. */
  stop(): Promise<number | null>;
  /** With -9: it cannot say goodbye. */
  kill(): Promise<void>;
}

export interface House extends HouseProcess {
  origin: string;
}

interface Opening {
  /** Without one it opens the database inside, in DATA_DIR. */
  databaseUrl?: string;
  env?: Record<string, string>;
}

/** The built house as `npm start` runs it, on a port of its own. Builds first when the build is missing or old. */
export async function startHouse({ databaseUrl = "", env = {} }: Opening): Promise<House> {
  const port = Number(env["PORT"] ?? (await freePort()));
  const origin = `http://localhost:${port}`;
  const house = { origin, ...runHouse({ DATABASE_URL: databaseUrl, ...env, PORT: String(port), APP_URL: origin }) };
  await untilOpen(house);
  return house;
}

/** The same without waiting for its door: for a worker, which has none, and for a start that is to fail. */
export function runHouse(env: Record<string, string>): HouseProcess {
  const child = spawn(process.execPath, ["app/start.js"], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complained = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    complained += chunk.toString();
  });
  const ended = once(child, "close").then(() => child.exitCode);
  return {
    process: child,
    output: () => said,
    errors: () => complained,
    ended,
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function untilOpen({ origin, process: child, output }: House) {
  const deadline = Date.now() + OPENING_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The house did not open:\n${output()}`);
    const response = await fetch(`${origin}/health`).catch(() => undefined);
    if (response?.ok) return;
    await wait(50);
  }
  throw new Error(`The house did not open in time:\n${output()}`);
}
