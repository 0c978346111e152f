import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkFolder } from "./folders/check.ts";
import type { Fault, FolderCampaign } from "./folders/folder-campaign.ts";
import { readDisk } from "./folders/read-disk.server.ts";
import { say } from "./log.server.ts";

const USAGE = `Use one of
  npm run campaign -- check FOLDER
  npm run campaign -- import FOLDER [--slug ADDRESS] [--as ORGANIZER'S E-MAIL]
  npm run campaign -- export FOLDER [--slug ADDRESS]`;

interface Call {
  args: string[];
  /** Where it was called, which FOLDER starts from. */
  from: string;
}

/**
 * `npm run campaign -- check|import|export FOLDER`, beside a running house or without one. Faults are told as compilers
 * do, `file:line: message`; the exit code is 1 for whatever did not come about.
 */
export async function main({ args, from }: Call) {
  if (!(await run({ args, from }))) process.exitCode = 1;
}

async function run({ args, from }: Call): Promise<boolean> {
  const call = readCall(args);
  if (!call) return fail(USAGE);
  const { verb, folder, slug, as } = call;
  const place = resolve(from, folder);
  // Only now, for a check needs neither settings nor a database.
  if (verb === "export") return (await import("./campaign-commands.server.ts")).exportTo({ folder, place, slug });
  const reading = await readDisk(place);
  if (reading.outcome === "no folder") return fail(`There is no folder ${folder}.`);
  const checked = checkFolder(reading.files);
  const blamed = new Set(reading.faults.map(({ file }) => file));
  const faults = [...reading.faults, ...(checked.ok ? [] : checked.faults.filter(({ file }) => !blamed.has(file)))];
  if (!checked.ok || faults.length > 0) return failWith(folder, faults);
  if (verb === "check") return succeed(`In order: ${describe(checked.campaign)}.`);
  return (await import("./campaign-commands.server.ts")).importFrom({ files: reading.files, slug, as });
}

function readCall(args: string[]) {
  try {
    const options = { slug: { type: "string" }, as: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb, folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) return undefined;
    if (verb !== "check" && verb !== "import" && verb !== "export") return undefined;
    return { verb, folder, ...values } as const;
  } catch {
    return undefined;
  }
}

function failWith(folder: string, faults: Fault[]): false {
  for (const { file, line, message } of faults) say(printable(`${join(folder, file)}:${line}: ${message}`));
  return fail(faults.length === 1 ? "One fault." : `${faults.length} faults.`);
}

function fail(sentence: string): false {
  say(sentence);
  return false;
}

function succeed(sentence: string): true {
  say(sentence);
  return true;
}

/** What a file holds may not move the cursor of whoever checks it. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, "?");
}

function describe({ name, letters, demands, retailers }: FolderCampaign): string {
  const languages = letters.map(({ language }) => language).join(", ");
  const parts = [countOf(letters.length, "letter") + (languages && ` (${languages})`), countOf(demands.length, "demand"), countOf(retailers.length, "retailer")];
  return `“${name}” with ${parts.join(", ")}`;
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
