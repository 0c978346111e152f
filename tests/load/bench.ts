import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import postgres from "postgres";
import { type Served, startBare, startMeasuredHouse } from "./servers.ts";

/**
 * `npm run bench`: the house against a bare node:http server, interleaved in one run, as ratios. Absolute numbers
 * belong to the machine; the ratio is what a change moves.
 */
const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 32;
const LETTER = "/letters/dear-retailers";

const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
const house = await startMeasuredHouse(folder);
const bare = await startBare(house, LETTER);
let signers = 0;

try {
  print(`${cpus().length} cores, Node ${process.version}, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s`);
  await report("letter page, GET", (served) => load(served, { path: LETTER, headers: { "accept-encoding": "br" } }));
  const before = await countRows();
  const accepted = await report("signing, POST", (served) => load(served, signing(served)));
  print(`rows of the house and the bare server: ${(await countRows()) - before}, accepted requests: ${accepted}`);
} finally {
  await bare.stop();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function report(what: string, measure: (served: Served) => Promise<autocannon.Result>) {
  const rates: { house: number; bare: number }[] = [];
  let accepted = 0;
  await measure(house);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [ours, theirs] = [await measure(house), await measure(bare)];
    rates.push({ house: ours.requests.average, bare: theirs.requests.average });
    accepted += ours["3xx"] + theirs["3xx"];
    for (const result of [ours, theirs]) {
      if (result.non2xx > result["3xx"] || result.errors > 0) throw new Error(`${what}: ${result.non2xx} refused, ${result.errors} failed`);
    }
  }
  print(`${what}`);
  print(`  house req/s  ${rates.map((rate) => Math.round(rate.house)).join("  ")}`);
  print(`  bare  req/s  ${rates.map((rate) => Math.round(rate.bare)).join("  ")}`);
  print(`  ratio        ${median(rates.map((rate) => rate.house / rate.bare)).toFixed(2)} (median of rounds)`);
  return accepted;
}

function load(served: Served, options: Partial<autocannon.Options> & { path?: string }) {
  const { path = "/", ...rest } = options;
  return autocannon({ url: `${served.origin}${path}`, connections: CONNECTIONS, duration: SECONDS, ...rest });
}

/** Every request signs with an address of its own. */
function signing(served: Served) {
  return {
    path: `${LETTER}/sign`,
    method: "POST" as const,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: served.origin },
    requests: [{ setupRequest: (request: autocannon.Request) => ({ ...request, body: nextForm() }) }],
  };
}

function nextForm() {
  signers += 1;
  return `name=Ada+Lovelace&email=ada-${signers}%40example.org&country=GB&postcode=&comment=&show_name=on`;
}

async function countRows() {
  const sql = postgres(house.databaseUrl, { max: 1 });
  const [row] = await sql<{ total: number }[]>`select count(*)::int as total from signatures`;
  await sql.end();
  return row?.total ?? 0;
}

function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
