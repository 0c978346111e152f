import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openDatabase, closeDatabase } from "#db/client.server.ts";
import { aSignature } from "#tests/build.ts";
import { distanceOf, noiseOf, quantile } from "./distributions.ts";
import { startMeasuredHouse } from "./servers.ts";

/**
 * `npm run bench:answers`: how long each kind of address waits for the answer to its signing and to its asking for the
 * mail again, interleaved in one run against a house with its worker. Equal is equal within the noise: how far two
 * halves of one kind are apart.
 */
const ROUNDS = Number(process.env["ANSWER_ROUNDS"] ?? 300);
const SLUG = "dear-retailers";
const STATES = ["pending", "confirmed", "withdrawn", "suspect", "removed"] as const;
const KINDS = ["new", ...STATES, "limited"] as const;
const HOUR_MS = 3_600_000;

type Kind = (typeof KINDS)[number];

const folder = mkdtempSync(join(tmpdir(), "countersign-answers-"));
const house = await startMeasuredHouse(folder, { ROLE: "all", TRUST_PROXY: "1" });
const sql = postgres(house.databaseUrl, { max: 1, onnotice: () => {} });
openDatabase(house.databaseUrl, { connections: 2 });
const times = { signing: timesOfKinds(), "another mail": timesOfKinds() };

try {
  await makeKnown();
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const kind of KINDS.toSorted(() => Math.random() - 0.5)) await measure(kind, round);
  }
  print(`${ROUNDS} rounds, interleaved; KS is the greatest distance of the distribution from that of new addresses, noise that of two halves of the new ones`);
  for (const [what, ofKinds] of Object.entries(times)) printTable(what, ofKinds);
} finally {
  await closeDatabase();
  await sql.end();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}

function timesOfKinds() {
  return new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
}

/** One address a round for each of the known kinds: each is typed once, as an attacker would who has a list. */
async function makeKnown() {
  const [row] = await sql<{ campaignId: string; letterVersionId: string }[]>`
    select campaign_id as "campaignId", id as "letterVersionId" from letter_versions where campaign_id = (select id from campaigns where slug = ${SLUG}) limit 1`;
  if (!row) throw new Error("The house was not seeded.");
  const earlier = new Date(Date.now() - HOUR_MS);
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const state of STATES) await aSignature(row, { email: addressOf(state, round), state, mailedAt: earlier, createdAt: earlier });
  }
}

async function measure(kind: Kind, round: number) {
  const body = new URLSearchParams({ name: "Ada Lovelace", email: addressOf(kind, round), country: "GB", postcode: "", comment: "" });
  const from = { "X-Forwarded-For": kind === "limited" ? "45.0.0.1" : clientOf(kind, round) };
  const signed = await timed("signing", kind, round, () => post("sign", { headers: from, body }));
  const cookie = signed.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  await sql`update signer_sessions set created_at = now() - interval '11 minutes' where email = ${addressOf(kind, round)}`;
  await timed("another mail", kind, round, () => post("another-mail", { headers: { ...from, cookie } }));
}

function post(door: string, init: RequestInit) {
  return fetch(`${house.origin}/letters/${SLUG}/${door}`, { method: "POST", redirect: "manual", ...init });
}

/** The first rounds warm the house up and are not counted. */
async function timed(what: keyof typeof times, kind: Kind, round: number, ask: () => Promise<Response>) {
  const begun = performance.now();
  const answer = await ask();
  const took = performance.now() - begun;
  if (answer.status !== 303) throw new Error(`${what} of ${kind} answered ${answer.status}`);
  if (round >= 0) times[what].get(kind)?.push(took);
  return answer;
}

function addressOf(kind: Kind, round: number) {
  return `${kind.padEnd(9, "x")}-${round}@example.org`;
}

/** Each from a network of its own. */
function clientOf(kind: Kind, round: number) {
  return `${50 + KINDS.indexOf(kind)}.${(round + 10) >> 8}.${(round + 10) & 255}.7`;
}

function printTable(what: string, ofKinds: Map<Kind, number[]>) {
  const known = ofKinds.get("new") ?? [];
  print(`\n${what.padEnd(14)}   p50 ms   p90 ms   p99 ms   KS    noise   medians apart`);
  for (const [kind, taken] of ofKinds) {
    const at = (share: number) => quantile(taken, share).toFixed(2).padStart(9);
    const apart = (quantile(taken, 0.5) - quantile(known, 0.5)).toFixed(2).padStart(8);
    print(`${kind.padEnd(14)}${at(0.5)}${at(0.9)}${at(0.99)}   ${distanceOf(taken, known).toFixed(3)}  ${noiseOf(known).toFixed(3)}  ${apart} ms`);
  }
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
