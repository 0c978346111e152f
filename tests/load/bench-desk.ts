import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { countWaitingMessages } from "#app/desk/roll-ups/count-waiting-messages.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { organizerCookie } from "#app/http/organizer-session.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { closeDatabase, openDatabase } from "#db/client.server.ts";
import { sessionOf } from "#tests/integration/organizers-steps.ts";
import { fillDesk } from "./desk-crowd.ts";
import { type MeasuredPage, pagesToMeasure } from "./desk-pages.ts";
import { startMeasuredHouse } from "./servers.ts";

/** `npm run bench:desk`: how long each page takes with the largest campaign that we build for, and the rounds of its clock. */
const SIGNATURES = Number(process.env["DESK_SIGNATURES"] ?? 5_000_000);
const SLUG = "dear-retailers";
const ROUNDS = 15;
/** After something was published, until every process has heard it. */
const HEARD_MS = 50;

/** Given, it stays afterwards and is not filled again: for measuring one change after the other. */
const kept = process.env["DESK_FOLDER"];
const folder = kept ?? mkdtempSync(join(tmpdir(), "countersign-desk-"));
const house = await startMeasuredHouse(folder);
const sql = postgres(house.databaseUrl, { max: 1, onnotice: () => {} });
openDatabase(house.databaseUrl, { connections: 1 });

try {
  const [campaign] = await sql<{ id: string }[]>`select id from campaigns where slug = ${SLUG}`;
  const [organizer] = await sql<{ id: string }[]>`select id from organizers limit 1`;
  if (!campaign || !organizer) throw new Error("The house was not seeded.");
  const [filled] = await sql`select from signatures limit 1`;
  if (!filled) await timed(`${SIGNATURES.toLocaleString("en")} signatures made`, () => fillDesk(sql, campaign.id, SIGNATURES));
  await runTheClock();
  const [cookie = ""] = organizerCookie(await sessionOf(organizer)).split(";");
  for (const page of await pagesToMeasure(sql, { id: campaign.id, slug: SLUG })) await measure(page, cookie);
} finally {
  await closeDatabase();
  await sql.end();
  await house.stop();
  if (!kept) rmSync(folder, { recursive: true, force: true });
}

/** What the worker does every ten seconds, first as on the day on which such a campaign comes, then as on any other. */
async function runTheClock() {
  await sql`truncate signature_tallies, tally_marks, hourly_counts, daily_counts, target_mail_counts, target_counts, counted_days, count_marks`;
  await timed("clock: first tally", () => tallySignatures());
  await timed("clock: first roll-up of all days", () => rollUp(new Date(), { roundMs: 600_000, rests: 0 }));
  await timed("clock: first count of what waits", () => countWaitingMessages());
  await timed("clock: next tally", () => tallySignatures());
  await timed("clock: next roll-up", () => rollUp(new Date(), { rests: 0 }));
  await timed("clock: next count of what waits", () => countWaitingMessages(new Date(Date.now() + 86_400_000)));
}

async function timed(what: string, work: () => Promise<unknown>) {
  const begun = performance.now();
  await work();
  print(`${what.padEnd(46)} ${Math.round(performance.now() - begun).toLocaleString("en").padStart(11)} ms`);
}

async function measure({ what, path, isPublic = false }: MeasuredPage, cookie: string) {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    if (isPublic) await forgetPages();
    const begun = performance.now();
    const answer = await fetch(`${house.origin}${path}`, { headers: isPublic ? {} : { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    times.push(performance.now() - begun);
  }
  const [cold = 0, ...warm] = times;
  const sorted = warm.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  print(`${what.padEnd(46)} first ${String(Math.round(cold)).padStart(5)} ms   median ${String(at(0.5)).padStart(4)} ms   slowest ${String(at(1)).padStart(4)} ms`);
}

async function forgetPages() {
  await sql.notify("published", SLUG);
  await wait(HEARD_MS);
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
