import { sql } from "#db/client.server.ts";
import type { Entry } from "./entry.ts";
import { findSize } from "./heads.server.ts";
import { entryOf, type EntryRow } from "./nodes.server.ts";

export const ENTRIES_A_PAGE = 5_000;

/** Pages are counted from 0; a full one never changes any more. Undefined behind the last. */
export async function readEntries(campaignId: string, page: number): Promise<{ entries: (Entry & { position: number })[]; isFull: boolean } | undefined> {
  const begin = page * ENTRIES_A_PAGE;
  if (begin >= (await findSize(campaignId))) return undefined;
  const rows = await sql<EntryRow[]>`
    select position, kind, hour, commitment, meant from register_entries
    where campaign_id = ${campaignId} and position >= ${begin} and position < ${begin + ENTRIES_A_PAGE} order by position`;
  return { entries: rows.map((row) => ({ position: row.position, ...entryOf(row) })), isFull: rows.length === ENTRIES_A_PAGE };
}
