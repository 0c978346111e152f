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
const READS = 20_000;
const SIGNINGS = 2_000;
const CONNECTIONS = 32;
const LETTER = "/letters/dear-retailers";

const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
const house = await startMeasuredHouse(folder);
const bare = await startBare(house, LETTER);
let signers = 0;

try {
  print(`${cpus().length} cores, Node ${process.version}, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${READS} reads and ${SIGNINGS} signings each`);
  await report("letter page, GET", (served) => load(served, { path: LETTER, amount: READS, headers: { "accept-encoding": "br" } }));
  const before = await countRows();
  const accepted = await report("signing, POST", (served) => load(served, signing(served)));
  print(`rows of the house and the bare server: ${(await countRows()) - before}, accepted requests: ${accepted}`);
} finally {
  await bare.stop();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function report(what: string, measure: (served: Served) => Promise<Measured>) {
  const rates: { house: number; bare: number }[] = [];
  let accepted = 0;
  accepted += (await measure(house)).redirected;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [ours, theirs] = [await measure(house), await measure(bare)];
    rates.push({ house: ours.rate, bare: theirs.rate });
    accepted += ours.redirected + theirs.redirected;
  }
  print(`${what}`);
  print(`  house req/s  ${rates.map((rate) => Math.round(rate.house)).join("  ")}`);
  print(`  bare  req/s  ${rates.map((rate) => Math.round(rate.bare)).join("  ")}`);
  print(`  ratio        ${median(rates.map((rate) => rate.house / rate.bare)).toFixed(2)} (median of rounds)`);
  return accepted;
}

interface Measured {
  /** Answers per second. */
  rate: number;
  redirected: number;
}

/** Until the last of `amount` answers. Autocannon itself ends on whole seconds only, so its own duration is not used. */
function load(served: Served, { path, ...options }: Omit<autocannon.Options, "url"> & { path: string }) {
  return new Promise<Measured>((resolve, reject) => {
    const begun = performance.now();
    let lastAnswer = begun;
    const run = autocannon({ url: `${served.origin}${path}`, connections: CONNECTIONS, ...options }, (error, result) => {
      const { non2xx, errors, requests } = result ?? {};
      const redirected = result?.["3xx"] ?? 0;
      if (error || errors || non2xx !== redirected) return reject(error ?? new Error(`${path}: ${errors} failed, ${non2xx} not answered well`));
      resolve({ rate: ((requests?.total ?? 0) * 1000) / (lastAnswer - begun), redirected });
    });
    run.on("response", () => (lastAnswer = performance.now()));
  });
}

/** Every request signs with an address of its own. */
function signing(served: Served) {
  return {
    path: `${LETTER}/sign`,
    amount: SIGNINGS,
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
