import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { text } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { v7 } from "uuid";
import { z } from "zod";
import { askForJob } from "#app/jobs/ask.server.ts";
import { closeDatabase, db, openDatabase } from "#db/client.server.ts";
import { quantile } from "./distributions.ts";
import { signEverySecond, type Waited } from "./honest-signer.ts";
import { startMeasuredHouse } from "./servers.ts";

/**
 * `npm run bench:attack`: a house with its worker is attacked while somebody honest signs every second; what was
 * thrown, what counted, and what she waited. Small runs: ATTACK_SIGNINGS=2000 npm run bench:attack.
 */
const size = (name: string, whole: number) => Number(process.env[name] ?? whole);
const THROWN = [
  { kind: "from many networks", amount: size("ATTACK_SIGNINGS", 50_000), connections: 64 },
  { kind: "from one address", amount: size("ATTACK_ONE", 1_000), connections: 32 },
  { kind: "one address raced", amount: size("ATTACK_RACE", 500), connections: size("ATTACK_RACE", 500) },
  { kind: "disposable domains", amount: size("ATTACK_DISPOSABLE", 1_000), connections: 32 },
  { kind: "forged tokens", amount: size("ATTACK_TOKENS", 1_000), connections: 32 },
  { kind: "replayed codes", amount: size("ATTACK_CODES", 500), connections: 32 },
];
const LINKS = size("ATTACK_LINKS", 2_000);
const SLUG = "dear-retailers";

const folder = mkdtempSync(join(tmpdir(), "countersign-attack-"));
const house = await startMeasuredHouse(folder, { ROLE: "all", TRUST_PROXY: "1", MAIL_RATE_PER_SECOND: "10" });
const sql = postgres(house.databaseUrl, { max: 4, onnotice: () => {} });
openDatabase(house.databaseUrl, { connections: 1 });

try {
  print(`${"thrown".padEnd(22)}${"requests".padStart(9)}   ${"answers".padEnd(24)}${"seconds".padStart(8)}   until screened`);
  const honest = signEverySecond(house, SLUG, sql);
  await wait(5_000);
  const before = honest.waited.length;
  for (const attack of THROWN) await throwAt(attack, honest.replay);
  await openEveryLink();
  const during = honest.waited.slice(before);
  await honest.stop();
  await printStates();
  printWaited("honest, before", honest.waited.slice(0, before));
  printWaited("honest, meanwhile", during);
  print(`honest signers who confirmed: ${honest.confirmed}; counted by the letter: ${await countConfirmed()}`);
  await removeSuspects();
} finally {
  await closeDatabase();
  await sql.end();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function throwAt({ kind, amount, connections }: (typeof THROWN)[number], replay: string) {
  const args = ["--import", "tsx", "tests/load/attack-flood.ts", house.origin, SLUG, kind, String(amount), String(Math.min(connections, amount)), replay];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const { answers, seconds } = z.object({ answers: z.record(z.string(), z.number()), seconds: z.number() }).parse(JSON.parse(await text(child.stdout)));
  const begun = performance.now();
  await until(async () => (await sql`select from signings where created_at < now() - interval '3 seconds' limit 1`).length === 0);
  const told = Object.entries(answers).map(([status, count]) => `${status}: ${count}`).join(", ");
  print(`${kind.padEnd(22)}${String(amount).padStart(9)}   ${told.padEnd(24)}${seconds.toFixed(1).padStart(8)}   ${((performance.now() - begun) / 1000).toFixed(1)} s later`);
}

/** As mail scanners do, before anybody reads the mail. */
async function openEveryLink() {
  const links = await sql<{ url: string }[]>`
    select unnest(array[props->>'confirmUrl', props->>'denyUrl']) as url from deliveries where card = 'confirm-signature' and props is not null order by id desc limit ${LINKS}`;
  const confirmed = await countOf("confirmed");
  const statuses = new Map<number, number>();
  for (let at = 0; at < links.length; at += 16) {
    const answers = await Promise.all(links.slice(at, at + 16).map(({ url }) => fetch(url).then(async (answer) => (await answer.arrayBuffer(), answer.status))));
    for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  const bots = await sql`select from signatures where state <> 'pending' and confirmed_at is not null and email not like 'honest-%' and campaign_id = (select id from campaigns where slug = ${SLUG})`;
  const told = [...statuses].map(([status, count]) => `${status}: ${count}`).join(", ");
  print(`${"links opened by GET".padEnd(22)}${String(links.length).padStart(9)}   ${told.padEnd(24)}   confirmed by it: ${bots.length} (honest ones before: ${confirmed})`);
}

async function printStates() {
  print("");
  const found = await sql<{ state: string; suspicion: string | null; signatures: number }[]>`
    select state::text, suspicion, count(*)::int as signatures from signatures where campaign_id = (select id from campaigns where slug = ${SLUG}) group by 1, 2 order by 1, 3 desc`;
  for (const { state, suspicion, signatures } of found) print(`signatures ${state.padEnd(10)} ${String(signatures).padStart(7)}   ${suspicion ?? ""}`);
  const [mails] = await sql<{ honest: number; others: number; raced: number }[]>`
    select count(*) filter (where to_address like 'honest-%')::int as honest, count(*) filter (where to_address not like 'honest-%')::int as others,
      count(*) filter (where to_address = 'race@example.org')::int as raced from deliveries where campaign_id = (select id from campaigns where slug = ${SLUG})`;
  print(`mails written: ${mails?.honest} to honest signers, ${mails?.others} to others (${mails?.raced} of them to the raced address)`);
}

function printWaited(who: string, waited: Waited[]) {
  const told = (["answer", "outbox", "mailbox"] as const).map((what) => {
    const times = waited.map((one) => one[what]);
    return `${what} p50 ${Math.round(quantile(times, 0.5))} ms, p95 ${Math.round(quantile(times, 0.95))} ms`;
  });
  print(`${who.padEnd(18)} ${waited.length} signed; ${told.join("; ")}`);
}

/** As an organizer does: all that match "suspect". */
async function removeSuspects() {
  const [by] = await sql<{ id: string; campaignId: string }[]>`select o.id, c.id as "campaignId" from organizers o, campaigns c where c.slug = ${SLUG} limit 1`;
  if (!by) throw new Error("The house was not seeded.");
  const suspects = await countOf("suspect");
  const id = v7();
  const input = { selection: { which: "all", query: "state=suspect" }, reason: "A botnet.", askedAt: new Date().toISOString() };
  const begun = performance.now();
  await db.transaction((tx) => askForJob(tx, { id, campaignId: by.campaignId, kind: "remove signatures", title: "Removal", input, by: by.id }));
  await until(async () => (await sql`select from jobs where id = ${id} and ended_at is not null`).length === 1);
  print(`${suspects} suspects removed in ${((performance.now() - begun) / 1000).toFixed(1)} s; left: ${await countOf("suspect")}`);
}

async function countOf(state: string) {
  const [row] = await sql<{ signatures: number }[]>`
    select count(*)::int as signatures from signatures where state::text = ${state} and campaign_id = (select id from campaigns where slug = ${SLUG})`;
  return row?.signatures ?? 0;
}

async function countConfirmed() {
  await wait(2_000);
  return (await fetch(`${house.origin}/letters/${SLUG}/count.json`)).text();
}

async function until(holds: () => Promise<boolean>) {
  while (!(await holds())) await wait(100);
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
