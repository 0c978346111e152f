import { sql } from "#db/client.server.ts";
import { everyConfirmed } from "./stretches.server.ts";

/** Confirmed signatures: what the clock has tallied, and the tail since. Never a count over all of them. */
export async function countSignatures(campaignId: string): Promise<number> {
  return (await countSignaturesOf([campaignId])).get(campaignId) ?? 0;
}

/** The same for several campaigns at once, by their ids. */
export async function countSignaturesOf(campaignIds: string[]): Promise<Map<string, number>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await sql<{ id: string; total: number }[]>`
    select c.id, coalesce(mark.total, 0) + (
      select count(*)::int from signatures
      where campaign_id = c.id and ${everyConfirmed()} and confirmed_at >= coalesce(mark.counted_through, '-infinity')
    ) as total
    from campaigns c left join tally_marks mark on mark.campaign_id = c.id
    where c.id in ${sql(campaignIds)}`;
  return new Map(rows.map(({ id, total }) => [id, total]));
}
