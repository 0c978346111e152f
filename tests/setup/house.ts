import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#db/embedded/free-port.ts";

const OPENING_MS = 90_000;

export interface House {
  origin: string;
  process: ChildProcess;
  /** What it has said so far. */
  output(): string;
  /** As an operator would: SIGTERM, and until it has drained. Resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** The built house as `npm start` runs it, on a port of its own. Builds first when the build is missing or old. */
export async function startHouse({ databaseUrl, env = {} }: { databaseUrl: string; env?: Record<string, string> }): Promise<House> {
  const port = Number(env["PORT"] ?? (await freePort()));
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["app/start.js"], {
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "production", ...env, PORT: String(port), APP_URL: origin },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const house: House = {
    origin,
    process: child,
    output: () => said,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill("SIGTERM");
      await once(child, "exit");
      return child.exitCode;
    },
  };
  await untilOpen(house);
  return house;
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
