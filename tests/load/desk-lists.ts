import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { writePlace } from "#app/desk/lists/cursor.ts";
import { paths } from "#app/http/paths.ts";
import { organizerCookie } from "#app/http/organizer-session.server.ts";
import { closeDatabase, openDatabase } from "#db/client.server.ts";
import { sessionOf } from "#tests/integration/organizers-steps.ts";
import { fillDesk } from "./desk-crowd.ts";
import { startMeasuredHouse } from "./servers.ts";

/** `npm run bench:desk`: how long the desk's pages take with the largest campaign that we build for. */
const SIGNATURES = Number(process.env["DESK_SIGNATURES"] ?? 5_000_000);
const SLUG = "dear-retailers";
const ROUNDS = 15;
const PAGE = 10_000;
const ROWS_A_PAGE = 50;

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
  const filling = performance.now();
  const [filled] = await sql`select from signatures limit 1`;
  if (!filled) await fillDesk(sql, campaign.id, SIGNATURES);
  print(`${SIGNATURES.toLocaleString("en")} signatures made in ${Math.round((performance.now() - filling) / 1000)} s`);
  const [cookie = ""] = organizerCookie(await sessionOf(organizer)).split(";");
  for (const [what, path] of await pagesToMeasure(campaign.id)) await measure(what, path, cookie);
} finally {
  await closeDatabase();
  await sql.end();
  await house.stop();
  if (!kept) rmSync(folder, { recursive: true, force: true });
}

/** Other pages of the desk are lines here too. */
async function pagesToMeasure(campaignId: string): Promise<[string, string][]> {
  const signatures = paths.deskSignatures(SLUG);
  const messages = paths.deskMessages(SLUG);
  const deliveries = paths.deskDeliveries(SLUG);
  return [
    ["signatures, first page", signatures],
    [`signatures, page ${PAGE}`, `${signatures}?page=${await pageAfter(sql`select created_at as at, id from signatures where campaign_id = ${campaignId}`)}`],
    ["signatures, last page", `${signatures}?page=last`],
    ["signatures, oldest first", `${signatures}?sort=signed`],
    ["signatures, by name", `${signatures}?sort=name`],
    ["signatures, by name, last page", `${signatures}?sort=name&page=last`],
    ["signatures, name begins with a", `${signatures}?name=a`],
    ["signatures, confirmed", `${signatures}?state=confirmed`],
    ["signatures, confirmed, by confirmation", `${signatures}?state=confirmed&sort=-confirmed`],
    ["signatures, suspect", `${signatures}?state=suspect`],
    ["signatures, of Iceland", `${signatures}?country=IS`],
    ["signatures, confirmed, US, shown, comment", `${signatures}?state=confirmed&country=US&shown=yes&comment=yes`],
    ["signatures, of the newsletter, hidden", `${signatures}?source=newsletter&shown=no`],
    ["signatures, of ten days", `${signatures}?signed-from=${dayAgo(110)}&signed-until=${dayAgo(100)}`],
    ["signatures, nothing matches", `${signatures}?country=AQ&state=suspect`],
    ["messages, first page", messages],
    ["messages, held, own words", `${messages}?state=held&own=yes`],
    ["messages, last page", `${messages}?page=last`],
    ["deliveries, first page", deliveries],
    [`deliveries, page ${PAGE}`, `${deliveries}?page=${await pageAfter(sql`select due_at as at, id from deliveries where campaign_id = ${campaignId}`, "-due")}`],
    ["deliveries, bounced confirmations", `${deliveries}?state=bounced&kind=confirm-signature`],
    ["deliveries, last page", `${deliveries}?page=last`],
    ["retailers", paths.deskRetailers(SLUG)],
    ["log, first page", paths.deskLog(SLUG)],
    ["log, by verb and subject", `${paths.deskLog(SLUG)}?act=changed&subject=letter`],
    ["log, last page", `${paths.deskLog(SLUG)}?page=last`],
  ];
}

/** Where the page begins whose number is PAGE; found the slow way, which is what the list does not do. */
async function pageAfter(rows: postgres.PendingQuery<postgres.Row[]>, order = "-signed") {
  const [last] = await sql<{ at: string; id: string }[]>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id from (${rows}) listed
    order by listed.at desc, listed.id desc limit 1 offset ${(PAGE - 1) * ROWS_A_PAGE - 1}`;
  return last ? (writePlace({ kind: "after", keys: [last.at, last.id], number: PAGE }, order) ?? "") : "last";
}

async function measure(what: string, path: string, cookie: string) {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    const answer = await fetch(`${house.origin}${path}`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    times.push(performance.now() - begun);
  }
  const [cold = 0, ...warm] = times;
  const sorted = warm.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  print(`${what.padEnd(46)} first ${String(Math.round(cold)).padStart(5)} ms   median ${String(at(0.5)).padStart(4)} ms   slowest ${String(at(1)).padStart(4)} ms`);
}

function dayAgo(days: number) {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
