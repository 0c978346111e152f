import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, openDatabase, sql } from "#db/client.server.ts";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { checkHandover } from "#app/register/check-handover.ts";
import { enterSignatures } from "#app/register/enter.server.ts";
import { printHandoverStart } from "#app/register/handover.ts";
import { handoverJob } from "#app/register/handover-job.server.ts";
import { findNewestHead } from "#app/register/heads.server.ts";
import { listKeys } from "#app/register/keys.server.ts";
import { nodeTools } from "#app/register/node-tools.server.ts";
import { proveGrowth } from "#app/register/prove.server.ts";
import { findReceipt } from "#app/register/receipt.server.ts";
import { db } from "#db/client.server.ts";
import { aCampaign, aLetter } from "#tests/build.ts";

/** `npm run bench:register -- 100000`: how fast the clock enters signatures, and how long a proof takes afterwards. */
const SIZE = Number(process.argv[2] ?? 100_000);
const PROOFS = 200;
const urls = { me: () => "https://countersign.example/me/x", verify: () => "https://countersign.example/verify" };
const folder = mkdtempSync(join(tmpdir(), "countersign-register-"));
const database = await startEmbeddedDatabase({ dataDir: folder, onProgress: () => {} });

try {
  await migrateDatabase(database.url);
  openDatabase(database.url);
  const campaign = await aCampaign();
  const letter = await aLetter(campaign.id);
  await sql`
    insert into signatures (id, campaign_id, letter_version_id, name, email, canonical_email, country, is_name_shown, state, confirmed_at, state_changed_at)
    select gen_random_uuid(), ${campaign.id}, ${letter.id}, 'Ada', 'a' || n || '@example.org', 'a' || n || '@example.org', 'GB', n % 3 = 0, 'confirmed', at, at
    from generate_series(1, ${SIZE}) n, lateral (select timestamptz '2026-01-01' + n * interval '100 ms' as at) t`;
  await sql`analyze`;

  const begun = performance.now();
  const made = await enterSignatures(urls);
  const seconds = (performance.now() - begun) / 1_000;
  print(`${made} entries in ${seconds.toFixed(1)} s: ${Math.round(made / seconds)} a second, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at the most`);
  print(`a round with nothing new: ${await median(20, () => enterSignatures(urls))} ms`);

  const [one] = await sql<{ id: string }[]>`select signature_id as id from register_secrets offset ${Math.floor(SIZE / 3)} limit 1`;
  print(`a receipt with its proof: ${await median(PROOFS, () => findReceipt(one?.id ?? ""))} ms`);
  print(`a proof of growth: ${await median(PROOFS, (turn) => proveGrowth(campaign.id, { first: Math.floor((SIZE * (turn + 1)) / (PROOFS + 1)), second: SIZE }))} ms`);
  await handOver(campaign.id);
  const sizes = await sql<{ table: string; size: string }[]>`
    select relname as "table", pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class where relname like 'register_%' and relkind = 'r' order by pg_total_relation_size(oid) desc limit 3`;
  print(sizes.map(({ table, size }) => `${table} ${size}`).join(", "));
} finally {
  await closeDatabase();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The job's steps without its log, and the file checked as a recipient does. */
async function handOver(campaignId: string) {
  const [head, [key]] = [await findNewestHead(campaignId), await listKeys()];
  if (!head || !key) throw new Error("Nothing was signed.");
  const check = checkHandover({ format: "countersign handover 1", head, key }, nodeTools);
  let [cursor, bytes, checking]: [unknown, number, number] = [{ position: 0, opened: 0, head }, printHandoverStart(head, key).length, 0];
  const begun = performance.now();
  for (let position = 0; position < head.size - 10_000; position += 10_000) {
    const step = await db.transaction((tx) => handoverJob.step(tx, { jobId: campaignId, campaignId, requestedBy: campaignId, input: {}, cursor, done: position, now: new Date() }));
    cursor = step.cursor;
    bytes += step.piece?.length ?? 0;
    const before = performance.now();
    for (const line of (step.piece ?? Buffer.alloc(0)).toString().trimEnd().split("\n")) check.readLine(line);
    checking += performance.now() - before;
  }
  const rows = head.size - 10_000;
  print(`handing over ${rows} rows, ${Math.round(bytes / 1e6)} MB: made in ${((performance.now() - begun - checking) / 1_000).toFixed(1)} s, checked in ${(checking / 1_000).toFixed(1)} s`);
}

async function median(times: number, work: (turn: number) => Promise<unknown>) {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now();
    await work(turn);
    taken.push(performance.now() - begun);
  }
  return (taken.toSorted((one, other) => one - other)[Math.floor(times / 2)] ?? 0).toFixed(1);
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
