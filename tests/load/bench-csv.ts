import { execFile } from "node:child_process";
import { openAsBlob } from "node:fs";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { v7 } from "uuid";
import { askForCheck, askForImport } from "#app/desk/imports/ask.server.ts";
import { findImport } from "#app/desk/imports/find.server.ts";
import { mappingToBegin } from "#app/desk/imports/mapping.ts";
import { askForExport } from "#app/desk/lists/ask.server.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { organizerCookie } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { closeDatabase, openDatabase, sql } from "#db/client.server.ts";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";
import { sessionOf } from "#tests/integration/organizers-steps.ts";
import { startHouse } from "#tests/setup/house.ts";
import { writePeople } from "./csv-file.ts";

/** `npm run bench:csv`: import and export of a large file in the whole house with its worker, against psql with the same file; and the house's memory. */
const ROWS = Number(process.env["ROWS"] ?? 1_000_000);
const SLUG = "dear-retailers";
const MEGABYTE = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), "countersign-csv-"));
chmodSync(folder, 0o755);
const file = join(folder, "people.csv");
const database = await startEmbeddedDatabase({ dataDir: folder, onProgress: () => {} });
const house = await startHouse({ databaseUrl: database.url, env: { DATA_DIR: folder, SEED_SAMPLE: "no", ORGANIZER_EMAIL: "grace@example.org" } });
openDatabase(database.url, { connections: 2 });

let peak = 0;
const sampling = setInterval(() => (peak = Math.max(peak, rss())), 100);

try {
  await writePeople(file, ROWS);
  print(`${ROWS.toLocaleString("en")} rows, ${Math.round(statSync(file).size / MEGABYTE)} MB`);
  const { campaign, letter, by, cookie } = await start();
  await wait(3_000);
  print(`memory of the house, idle ${rss()} MB`);

  const importId = await timed("upload", () => upload(cookie));
  const found = await findImport(campaign, importId);
  const mapping = { ...mappingToBegin(found?.header ?? [], null), wording: "Tell me what happens." };
  await job("dry run", (id) => askForCheck({ id, campaignId: campaign, importId, by, mapping }));
  await job("import, confirmed elsewhere", (id) =>
    askForImport({ id, campaignId: campaign, importId, by, letterVersionId: letter, way: "elsewhere", verification: "Measured.", source: "import" }),
  );
  const exportId = await job("export, all columns", (id) =>
    askForExport({ id, campaignId: campaign, by, selection: { which: "all", query: "" }, list: signaturesList, columns: signaturesList.columns.map(({ name }) => name), hasMark: true }),
  );
  await timed("download of the export", () => download(cookie, exportId));
  await againstPsql(campaign, letter);
} finally {
  clearInterval(sampling);
  await closeDatabase();
  await house.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function start() {
  const [row] = await sql<{ campaign: string; letter: string; by: string }[]>`
    select c.id as campaign, v.id as letter, m.organizer_id as by
    from campaigns c join letter_versions v on v.campaign_id = c.id join memberships m on m.campaign_id = c.id where c.slug = ${SLUG} limit 1`;
  if (!row) throw new Error("The house was not seeded.");
  const [cookie = ""] = organizerCookie(await sessionOf({ id: row.by })).split(";");
  return { ...row, cookie };
}

async function upload(cookie: string) {
  const body = new FormData();
  body.set("file", await openAsBlob(file), "people.csv");
  const answer = await fetch(`${house.origin}${paths.deskNewImport(SLUG)}`, { method: "POST", body, headers: { cookie }, redirect: "manual" });
  const id = answer.headers.get("location")?.split("/").at(-1);
  if (answer.status !== 303 || !id) throw new Error(`The upload was answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  return id;
}

async function download(cookie: string, id: string) {
  const answer = await fetch(`${house.origin}${paths.deskJobFile(SLUG, id)}`, { method: "POST", headers: { cookie, "content-type": "application/x-www-form-urlencoded" } });
  if (answer.status !== 200 || !answer.body) throw new Error(`The download was answered ${answer.status}.`);
  let bytes = 0;
  await answer.body.pipeTo(new WritableStream({ write: (chunk: Uint8Array) => void (bytes += chunk.length) }));
  print(`  ${Math.round(bytes / MEGABYTE)} MB came`);
}

async function job(what: string, ask: (id: string) => Promise<{ outcome: string }>) {
  const id = v7();
  const { outcome } = await ask(id);
  if (outcome !== "asked") throw new Error(`${what} was not begun: ${outcome}`);
  await timed(what, async () => {
    for (;;) {
      const [row] = await sql<{ state: string; result: unknown; error: string | null }[]>`select state, result, error from jobs where id = ${id}`;
      if (row?.state === "done") return void print(`  ${JSON.stringify(row.result)}`);
      if (row?.state === "failed" || row?.state === "cancelled") throw new Error(`${what} ${row.state}: ${row.error}\n${house.output()}`);
      await wait(50);
    }
  });
  return id;
}

/** The same file by the tool that comes with PostgreSQL: into a bare table, then from it into one with the indexes of signatures; and out. */
async function againstPsql(campaign: string, letter: string) {
  await sql`create table bare (name text, email text, country text, postcode text, comment text, shown text, updates text, signed text)`;
  await sql`create table bare_signatures (like signatures including all)`;
  await timed("psql: \\copy into a bare table", () => psql(`\\copy bare from '${file}' with (format csv, header)`));
  await timed("psql: from it into a table with the indexes of signatures", () =>
    psql(`insert into bare_signatures (id, campaign_id, letter_version_id, name, email, canonical_email, name_key, country, postcode, comment, is_name_shown, source, state, created_at, confirmed_at, state_changed_at, import_job_id)
      select gen_random_uuid(), '${campaign}', '${letter}', name, email, lower(email), lower(name), left(upper(country), 2), postcode, comment, shown = 'yes', 'import', 'confirmed', signed::timestamptz, signed::timestamptz, now(), '${campaign}'
      from bare on conflict do nothing`),
  );
  await timed("psql: \\copy out, the export’s columns", () =>
    psql(`\\copy (select name, country, state, source, is_name_shown, comment, created_at, confirmed_at, removal_reason from bare_signatures order by created_at desc, id desc) to '${join(folder, "out.csv")}' with (format csv, header)`),
  );
}

async function psql(command: string) {
  await promisify(execFile)("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", database.url, "-c", command]);
}

async function timed<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  peak = rss();
  const begun = performance.now();
  const value = await work();
  print(`${what.padEnd(60)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s   house at most ${String(peak).padStart(4)} MB`);
  return value;
}

function rss() {
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${house.process.pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
