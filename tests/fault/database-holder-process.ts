import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A node process that has started the database inside of a folder; see database-holder.ts. */
export async function startDatabaseHolder(dataDir: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/fault/database-holder.ts"], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  const url = String(line);
  if (!url.startsWith("postgres://")) throw new Error("The database did not start.");
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return { url, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}
