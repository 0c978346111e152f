import postgres from "postgres";
import { v7 } from "uuid";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { PIECE_BYTES as PIECE } from "#app/desk/imports/limits.ts";
import { startHouse } from "#tests/setup/house.ts";
import { databaseUrlOf, makeDataFolder } from "#tests/setup/scratch-folder.ts";

const PEOPLE = 20_000;
const MAPPING = { columns: { name: 0, email: 1 }, country: "GB", dates: "day first", wording: "" };

test("an import whose house is killed in the middle goes on, and everybody is there once", { timeout: 120_000 }, async () => {
  const dataDir = makeDataFolder();
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()) };
  const first = await startHouse({ env });
  onTestFinished(() => first.kill());
  let job = "";
  await withDatabase(dataDir, async (sql) => {
    job = await askForImport(sql);
    await expect.poll(() => doneOf(sql, job), { timeout: 60_000, interval: 1 }).toBeGreaterThanOrEqual(3_000);
    await first.kill();
  });

  const second = await startHouse({ env });
  onTestFinished(async () => void (await second.stop()));
  await withDatabase(dataDir, async (sql) => {
    // Killed in the middle, or nothing is proven.
    expect(await doneOf(sql, job)).toBeLessThan(PEOPLE);
    await expect.poll(async () => (await sql`select state from jobs where id = ${job}`)[0]?.["state"], { timeout: 60_000 }).toBe("done");
    const [counted] = await sql`
      select count(*)::int as rows, count(distinct canonical_email)::int as people, count(*) filter (where state = 'confirmed')::int as confirmed
      from signatures where import_job_id = ${job}`;
    expect(counted).toEqual({ rows: PEOPLE, people: PEOPLE, confirmed: PEOPLE });
    const [told] = await sql<{ result: unknown }[]>`select result from jobs where id = ${job}`;
    expect(told?.result).toEqual({ Added: PEOPLE, "Already there": 0, "Twice in the file": 0, "Faulty, left out": 0 });
    expect(await sql`select from audit_entries where act = 'imported' and subject_id = ${job}`).toHaveLength(1);
  });
});

type Sql = ReturnType<typeof postgres>;

/** A house that is killed takes its database along: what is still asked of it then is no failure. */
async function withDatabase(dataDir: string, work: (sql: Sql) => Promise<void>) {
  const sql = postgres(await databaseUrlOf(dataDir), { max: 1 });
  await work(sql);
  await sql.end({ timeout: 1 }).catch(() => {});
}

async function askForImport(sql: Sql) {
  const id = v7();
  const file = Buffer.from(`name,email\n${Array.from({ length: PEOPLE }, (_, number) => `Ada,ada-${number}@example.org\n`).join("")}`);
  await sql`insert into organizers (id, name, email) values (${id}, 'Grace', 'grace@example.org')`;
  await sql`
    insert into signature_imports (id, campaign_id, title, uploaded_by, received_at, bytes, header)
    select ${id}, id, 'old.csv', ${id}, now(), ${file.length}, '["name", "email"]' from campaigns limit 1`;
  for (let at = 0; at < file.length; at += PIECE) await sql`insert into import_pieces (import_id, position, content) values (${id}, ${at}, ${file.subarray(at, at + PIECE)})`;
  const input = { importId: id, mapping: MAPPING, way: "elsewhere", source: "import", verification: "By mail." };
  await sql`
    insert into jobs (id, campaign_id, kind, title, input, requested_by)
    select ${id}, i.campaign_id, 'import signatures', 'Import of signatures', ${sql.json(input)}::jsonb || jsonb_build_object('letterVersionId', v.id), ${id}
    from signature_imports i join letter_versions v on v.campaign_id = i.campaign_id where i.id = ${id} limit 1`;
  return id;
}

async function doneOf(sql: Sql, job: string): Promise<number> {
  const [row] = await sql<{ done: number }[]>`select done from jobs where id = ${job}`;
  return row?.done ?? 0;
}
