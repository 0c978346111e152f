import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { reconcileCounts } from "#app/desk/counting/reconcile.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { signerUrls } from "#app/http/absolute-urls.server.ts";
import { paths } from "#app/http/paths.ts";
import { countStates } from "#app/signatures/count-states.server.ts";
import { readCount } from "#app/signatures/count.server.ts";
import { forgetRequests } from "#app/signatures/forget-requests.server.ts";
import { remindSigners } from "#app/signatures/remind.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { closeDatabase, openDatabase } from "#db/client.server.ts";
import { growCrowd } from "./count-crowd.ts";
import { load, median, signing } from "./load.ts";
import { startMeasuredHouse } from "./servers.ts";

/** `npm run bench:count`: the same questions at each size of one campaign, in one run; what is flat has a ratio near one. */
const SIZES = (process.env["COUNT_SIZES"] ?? "1000,100000,5000000").split(",").map(Number);
const SLUG = "dear-retailers";
const ASKED = 30;
const ROUNDS = 3;
const READS = 5_000;
const SIGNINGS = 1_000;
/** After something was published, until every process has heard it. */
const HEARD_MS = 50;

/** What was measured, by size. */
const table = new Map<string, number[]>();
const folder = mkdtempSync(join(tmpdir(), "countersign-count-"));
const house = await startMeasuredHouse(folder);
const sql = postgres(house.databaseUrl, { max: 1, onnotice: () => {} });
openDatabase(house.databaseUrl, { connections: 2 });

try {
  const [campaign] = await sql<{ id: string }[]>`select id from campaigns where slug = ${SLUG}`;
  if (!campaign) throw new Error("The house was not seeded.");
  for (const [turn, size] of SIZES.entries()) {
    await growCrowd(sql, { campaignId: campaign.id, from: SIZES[turn - 1] ?? 0, to: size });
    await measureClock();
    await measureDoors(campaign.id);
  }
  printTable();
} finally {
  await closeDatabase();
  await sql.end();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** First what only the first day or night of such a campaign needs, then what each round does. */
async function measureClock() {
  await time("first tally of all, ms", 1, () => tallySignatures());
  await time("first roll-up of all days, ms", 1, () => rollUp(new Date(), { roundMs: 600_000, rests: 0 }));
  await time("reconcile a night, ms", 1, () => reconcileCounts());
  await time("first reminders, ms", 1, () => remindSigners(signerUrls));
  await forgetRequests();
  await sql`vacuum analyze signatures`;
  await time("clock: tally, ms", 5, () => tallySignatures());
  await time("clock: roll up, ms", 5, () => rollUp(new Date(), { rests: 0 }));
  await time("clock: states told apart, ms", 5, () => countStates(new Date(Date.now() + 86_400_000), { rests: 0, shortestRestMs: -86_400_000 }));
  await time("clock: remind, nothing due, ms", 5, () => remindSigners(signerUrls));
  await time("clock: forget, nothing due, ms", 5, () => forgetRequests());
}

async function measureDoors(campaignId: string) {
  await time("count query, ms", ASKED, () => readCount(campaignId));
  for (const path of [paths.count(SLUG), paths.counting(SLUG), paths.letter(SLUG)]) {
    await time(`GET ${path.split("/").at(-1)}, drawn anew, ms`, ASKED, () => get(path), () => forgetPages());
  }
  await rate("GET letter, from memory, a second", () => load(house, { path: paths.letter(SLUG), amount: READS, headers: { "accept-encoding": "br" } }));
  await rate("POST sign, a second", () => load(house, signing(house, paths.letter(SLUG), SIGNINGS)));
}

async function time(what: string, times: number, work: () => Promise<unknown>, before: () => Promise<unknown> = async () => {}) {
  const measured: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await before();
    const begun = performance.now();
    await work();
    measured.push(performance.now() - begun);
  }
  note(what, median(measured));
}

async function rate(what: string, work: () => Promise<{ rate: number }>) {
  const measured: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) measured.push((await work()).rate);
  note(what, median(measured));
}

async function get(path: string) {
  const answer = await fetch(`${house.origin}${path}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
}

async function forgetPages() {
  await sql.notify("published", SLUG);
  await wait(HEARD_MS);
}

function note(what: string, value: number) {
  table.set(what, [...(table.get(what) ?? []), value]);
  process.stderr.write(`${what.padEnd(44)} ${spell(value)}\n`);
}

function printTable() {
  const heads = [...SIZES.map((size) => size.toLocaleString("en")), "last / first"];
  const lines = [...table].map(([what, values]) => [what, ...values.map(spell), ((values.at(-1) ?? 0) / (values[0] ?? 1)).toFixed(2)]);
  process.stdout.write(`${cpus().length} cores, Node ${process.version}\n`);
  for (const [what = "", ...cells] of [["signatures", ...heads], ...lines]) process.stdout.write(`${what.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join("")}\n`);
}

function spell(value: number) {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(2);
}
