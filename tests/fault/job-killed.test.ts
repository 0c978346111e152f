import postgres from "postgres";
import { v7 } from "uuid";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { databaseUrlOf, makeDataFolder } from "#tests/setup/scratch-folder.ts";
import { startHouse } from "#tests/setup/house.ts";

const SIGNERS = 60_000;
/** How far each life gets before it is killed. */
const LIVES = [5_000, 25_000];

test("an export whose house is killed twice goes on, and its file has every row once", { timeout: 180_000 }, async () => {
  const dataDir = makeDataFolder();
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()) };
  let job = "";

  for (const rows of LIVES) {
    const house = await startHouse({ env });
    onTestFinished(() => house.kill());
    await withDatabase(dataDir, async (sql) => {
      job ||= await askForExport(sql);
      await expect.poll(() => doneOf(sql, job), { timeout: 60_000, interval: 1 }).toBeGreaterThanOrEqual(rows);
      await house.kill();
    });
  }

  const house = await startHouse({ env });
  onTestFinished(async () => void (await house.stop()));
  await withDatabase(dataDir, async (sql) => {
    const kept = await doneOf(sql, job);
    // Killed in the middle, or nothing is proven.
    expect(kept).toBeLessThan(SIGNERS);
    await expect.poll(async () => (await sql`select state from jobs where id = ${job}`)[0]?.["state"], { timeout: 60_000 }).toBe("done");
    const pieces = await sql<{ content: Buffer }[]>`select content from job_pieces where job_id = ${job} order by position`;
    const [head, ...names] = Buffer.concat(pieces.map(({ content }) => content)).toString().trimEnd().split("\r\n");
    expect(head).toBe("Name");
    expect(names).toHaveLength(SIGNERS);
    expect(new Set(names).size).toBe(SIGNERS);
    expect(await sql`select 1 from audit_entries where act = 'exported' and subject_id = ${job}`).toHaveLength(1);
  });
});

type Sql = ReturnType<typeof postgres>;

/** A house that is killed takes its database along: what is still asked of it then is no failure. */
async function withDatabase(dataDir: string, work: (sql: Sql) => Promise<void>) {
  const sql = postgres(await databaseUrlOf(dataDir), { max: 1 });
  await work(sql);
  await sql.end({ timeout: 1 }).catch(() => {});
}

async function askForExport(sql: Sql) {
  const id = v7();
  await sql`
    insert into signatures (id, campaign_id, letter_version_id, name, email, canonical_email, country, is_name_shown)
    select gen_random_uuid(), c.id, v.id, 'Ada ' || n, 'ada-' || n || '@example.org', 'ada-' || n || '@example.org', 'GB', false
    from campaigns c join letter_versions v on v.campaign_id = c.id, generate_series(1, ${SIGNERS}::int) n
    where v.id = (select id from letter_versions where campaign_id = c.id order by published_at limit 1)`;
  await sql`insert into organizers (id, name, email) values (${id}, 'Grace', 'grace@example.org')`;
  const input = { list: "signatures", selection: { which: "all", query: "" }, columns: ["name"], hasMark: false };
  await sql`
    insert into jobs (id, campaign_id, kind, title, input, requested_by)
    select ${id}, id, 'export list', 'Export of signatures', ${sql.json(input)}, ${id} from campaigns limit 1`;
  return id;
}

async function doneOf(sql: Sql, job: string): Promise<number> {
  const [row] = await sql<{ done: number }[]>`select done from jobs where id = ${job}`;
  return row?.done ?? 0;
}
