import { createReadStream, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { fromHex, toHex } from "./register/bytes.ts";
import type { Known } from "./register/check-head.ts";
import { checkLines } from "./register/check-text.ts";
import { UNREADABLE, verdict } from "./register/finding.ts";
import { nodeTools } from "./register/node-tools.server.ts";
import { at, parseJson, readHead } from "./register/read-json.ts";

const USAGE = `Use
  npm run verify -- FILE [--head HEAD.json] [--key KEY]
FILE is a receipt or a file for handing over. HEAD.json holds a state that you noted, as register.json prints it.
KEY is a public key in 64 hexadecimal digits that you have from elsewhere. See docs/verify.md.`;

interface Call {
  args: string[];
  /** Where it was called, which FILE starts from. */
  from: string;
}

/**
 * `npm run verify -- FILE`, or with Node 22.18 or later and nothing installed `node app/verify.ts FILE`. It asks nobody
 * and needs no house. The exit code is 0 for what holds, 1 for what does not, 2 for what cannot be read.
 */
export async function main({ args, from }: Call) {
  const call = readCall(args);
  if (!call) return end(2, USAGE);
  const known = readKnown(call, from);
  if (!known) return end(2, "The noted state or the key cannot be read.");
  try {
    const lines = createInterface({ input: createReadStream(resolve(from, call.file)), crlfDelay: Infinity });
    const result = await checkLines(lines, nodeTools, known);
    if (!result) return end(2, UNREADABLE);
    const { holds, title } = verdict(result.findings);
    for (const { fits, sentence } of result.findings) say(`${fits ? "fits    " : "DOES NOT"}  ${sentence}`);
    for (const [country, count] of result.countries) say(`          ${country} ${count.toLocaleString("en")}`);
    if (!call.key) say("note      The key was taken from the file itself. Compare it with one that you have from elsewhere: --key");
    return end(holds ? 0 : 1, title);
  } catch {
    return end(2, `The file ${call.file} cannot be read.`);
  }
}

function readCall(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: { head: { type: "string" }, key: { type: "string" } }, allowPositionals: true });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? undefined : { file, ...values };
  } catch {
    return undefined;
  }
}

function readKnown({ head: headFile, key }: { head?: string | undefined; key?: string | undefined }, from: string): Known | undefined {
  const publicKey = key === undefined ? undefined : fromHex(key.toLowerCase());
  if (key !== undefined && publicKey?.length !== 32) return undefined;
  const raw = headFile === undefined ? undefined : parseJson(readText(resolve(from, headFile)));
  // Either the state alone, or the whole of register.json, whose newest is meant.
  const head = readHead(at(raw, "head") ?? raw);
  if (headFile !== undefined && !head) return undefined;
  return { ...(publicKey ? { keys: [{ id: "", publicKey: toHex(publicKey) }] } : {}), ...(head ? { head } : {}) };
}

function readText(file: string) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function end(code: 0 | 1 | 2, sentence: string) {
  say(sentence);
  process.exitCode = code;
}

/** What a file holds may not move the cursor of whoever checks it. */
function say(line: string) {
  process.stdout.write(`${line.replace(/[^\P{Cc}\n]/gu, "?")}\n`);
}

if (process.argv[1]?.endsWith("verify.ts")) await main({ args: process.argv.slice(2), from: process.cwd() });
