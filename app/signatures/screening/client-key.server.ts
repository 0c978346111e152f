import { createHmac, randomBytes } from "node:crypto";
import { sql } from "#db/client.server.ts";

/** A key is forgotten this many days after its own. */
const KEPT_DAYS = 1;
const HASH_CHARACTERS = 22;

let noted = "";
let kept: { day: string; key: Promise<Buffer> } | undefined;

/**
 * Names whoever asks without telling who it is: the same name all day (UTC) in every process, another on the next. Once
 * the day's key is forgotten, nobody can find out of which address a name was made.
 */
export async function hashClient(client: string, now: Date = new Date()): Promise<string> {
  const day = dayOf(now);
  if (kept?.day !== day) kept = { day, key: findKey(day) };
  const { key } = kept;
  try {
    return createHmac("sha256", await key).update(client).digest("base64url").slice(0, HASH_CHARACTERS);
  } catch (error) {
    kept = undefined;
    throw error;
  }
}

/** Whoever comes first that day makes it; all others find it. */
async function findKey(day: string): Promise<Buffer> {
  await sql`insert into client_keys (day, key) values (${day}::date, ${randomBytes(32)}) on conflict do nothing`;
  const [made] = await sql<{ key: Buffer }[]>`select key from client_keys where day = ${day}::date`;
  if (!made) throw new Error("the day's key was forgotten too soon");
  return made.key;
}

export async function forgetClientKeys(now: Date) {
  await sql`delete from client_keys where day < ${dayOf(now)}::date - ${KEPT_DAYS}::int`;
}

/** That somebody's proxy brought requests without being trusted; the desk tells of it for as long as the day's row is kept. */
export async function noteUnknownProxy(now: Date = new Date()) {
  const day = dayOf(now);
  if (noted === day) return;
  noted = day;
  await sql`
    insert into client_keys (day, key, has_unknown_proxy) values (${day}::date, ${randomBytes(32)}, true)
    on conflict (day) do update set has_unknown_proxy = true`;
}

function dayOf(now: Date) {
  return now.toISOString().slice(0, 10);
}
