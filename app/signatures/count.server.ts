import { sql } from "#db/client.server.ts";

/** Confirmed signatures: what the clock has tallied, and the tail since. Never a count over all of them. */
export async function countSignatures(campaignId: string): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    with mark as (
      select total, counted_through from tally_marks where campaign_id = ${campaignId}
    )
    select coalesce((select total from mark), 0) + (
      select count(*)::int from signatures
      where campaign_id = ${campaignId} and state = 'confirmed'
        and confirmed_at >= coalesce((select counted_through from mark), '-infinity')
    ) as total`;
  return row?.total ?? 0;
}
