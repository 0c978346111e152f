import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { CONNECTIONS, load, type Measured, median, signing } from "./load.ts";
import { type Served, startBare, startMeasuredHouse } from "./servers.ts";

/**
 * `npm run bench`: the house against a bare node:http server, interleaved in one run, as ratios. Absolute numbers
 * belong to the machine; the ratio is what a change moves.
 */
const ROUNDS = 5;
const READS = 20_000;
const SIGNINGS = 2_000;
const LETTER = "/letters/dear-retailers";

const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
const house = await startMeasuredHouse(folder);
const bare = await startBare(house, LETTER);

try {
  print(`${cpus().length} cores, Node ${process.version}, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${READS} reads and ${SIGNINGS} signings each`);
  await report("letter page, GET", (served) => load(served, { path: LETTER, amount: READS, headers: { "accept-encoding": "br" } }));
  const before = await countRows();
  const accepted = await report("signing, POST", (served) => load(served, signing(served, LETTER, SIGNINGS)));
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

async function countRows() {
  const sql = postgres(house.databaseUrl, { max: 1 });
  const [row] = await sql<{ total: number }[]>`select count(*)::int as total from signatures`;
  await sql.end();
  return row?.total ?? 0;
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
