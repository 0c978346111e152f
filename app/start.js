import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

// Plain JavaScript, for it runs before anything is built: `npm start`, `npm run dev`, `npm run db:seed` and `npm run campaign`.
const OLDEST_NODE = [20, 19];
const SOURCES = ["app", "db", "emails", "package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];
const STAMP = "build/stamp";
const LOCK = ".cache/building";
const LOCK_STALE_MS = 180_000;
/** Which process a first word starts; without one it is the house itself. */
const PROCESSES = { "--seed": "seed", "--verify": "verify", "--campaign": "campaign", "--reset-second-step": "reset-second-step" };

try {
  await start(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exit(1);
}

/** @param {string[]} args */
async function start(args) {
  requireNode();
  // npm changes to the project's folder too, and says where it was called.
  const from = process.env["INIT_CWD"] ?? process.cwd();
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (args.includes("--dev")) return startInDevelopment();
  process.env["NODE_ENV"] ??= "production";
  await build();
  if (args.includes("--build")) return;
  const [first = "", ...rest] = args;
  const name = Object.entries(PROCESSES).find(([word]) => word === first)?.[1];
  const { main } = await import(pathToFileURL(`build/server/${name ?? "index"}.js`).href);
  await main({ args: name ? rest : args, from });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw sayable(`Countersign needs Node ${OLDEST_NODE.join(".")} or later; this is ${process.versions.node}.`);
}

/** Sources are served as they are edited: no build, and pages reload. */
async function startInDevelopment() {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  const { main } = await vite.ssrLoadModule("/app/server.ts");
  await main({ vite });
}

/** Builds when there is no build, or sources have changed since. Two starts at once build once. */
async function build() {
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  mkdirSync(".cache", { recursive: true });
  while (!takeLock()) {
    await wait(100);
    if (isBuilt(wanted)) return;
  }
  try {
    if (!isBuilt(wanted)) runBuild(wanted);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** @param {string} wanted */
function runBuild(wanted) {
  process.stdout.write("Building, which takes some ten seconds the first time.\n");
  const remix = join(dirname(createRequire(import.meta.url).resolve("@remix-run/dev/package.json")), "dist/cli.js");
  const built = spawnSync(process.execPath, [remix, "vite:build"], { encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } });
  if (built.status !== 0) throw sayable(`The build failed:\n${built.stdout}${built.stderr}`);
  writeFileSync(STAMP, wanted);
}

/** @param {string} wanted */
function isBuilt(wanted) {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
}

function takeLock() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const made = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > LOCK_STALE_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

/** Names, sizes and times of everything that a build is made from. */
function fingerprint() {
  const hash = createHash("sha256").update(process.versions.node.split(".", 1).join());
  for (const source of SOURCES) {
    const files = statSync(source).isDirectory() ? readdirSync(source, { recursive: true, encoding: "utf8" }).map((name) => join(source, name)) : [source];
    for (const file of files.toSorted()) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

/** @param {string} message */
function sayable(message) {
  return Object.assign(new Error(message), { name: "SettingError" });
}

/**
 * What an operator can mend is told in one sentence; anything else with its stack.
 * @param {unknown} error
 */
function sentence(error) {
  if (!(error instanceof Error)) return String(error);
  return ["SettingError", "DatabaseUnavailable"].includes(error.name) ? error.message : error.stack;
}
