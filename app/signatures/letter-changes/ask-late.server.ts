import type postgres from "postgres";
import { db, sql } from "#db/client.server.ts";
import { changedSinceConfirmed, everyConfirmed } from "../stretches.server.ts";
import { askSigners, type AskingUrls } from "./ask-signers.server.ts";
import { type ChangedLetter, findChangedLetter } from "./changed-letter.server.ts";

/** How far each round looks back, for changes whose transaction began before the last round and ended after it. */
const LOOK_BACK_MINUTES = 5;
const SIGNERS_A_TURN = 500;

/**
 * Run by the clock, once everybody was asked about a change: asks those who came to be confirmed under an earlier text
 * since. They had that text open while it changed, confirmed late, were restored, or came back after they withdrew.
 * Returns how many were asked.
 */
export async function askLateSigners(urls: AskingUrls, stopping?: AbortSignal, now: Date = new Date()): Promise<number> {
  const marks = await sql<{ id: string; since: Date }[]>`
    select letter_version_id as id, asked_through - make_interval(mins => ${LOOK_BACK_MINUTES}) as since
    from asking_marks where asked_through is not null`;
  let asked = 0;
  for (const { id, since } of marks) {
    const letter = await findChangedLetter(id);
    if (letter) asked += await askAllSince(letter, since, urls, stopping, now);
  }
  return asked;
}

async function askAllSince(letter: ChangedLetter, since: Date, urls: AskingUrls, stopping: AbortSignal | undefined, now: Date): Promise<number> {
  let asked = 0;
  while (!stopping?.aborted) {
    const ids = await sql.begin((tx) => listUnasked(tx, letter, since));
    asked += await db.transaction((tx) => askSigners(tx, { letter, ids, urls }, now));
    if (ids.length < SIGNERS_A_TURN) {
      await sql`update asking_marks set asked_through = ${now} where letter_version_id = ${letter.change.id} and asked_through < ${now}`;
      break;
    }
  }
  return asked;
}

async function listUnasked(tx: postgres.TransactionSql, { campaign, change, earlier }: ChangedLetter, since: Date): Promise<string[]> {
  const isUnasked = tx`
    letter_version_id in ${tx([...earlier.keys()])}
    and not exists (select from letter_askings a where a.signature_id = s.id and a.letter_version_id = ${change.id})`;
  const rows = await tx<{ id: string }[]>`
    select id from signatures s where campaign_id = ${campaign.id} and ${everyConfirmed()} and confirmed_at >= ${since} and email <> '' and ${isUnasked}
    union
    select id from signatures s
    where campaign_id = ${campaign.id} and ${changedSinceConfirmed()} and state_changed_at >= ${since} and state = 'confirmed' and email <> '' and ${isUnasked}
    limit ${SIGNERS_A_TURN}`;
  return rows.map(({ id }) => id);
}
