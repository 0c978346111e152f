import { sql } from "#db/client.server.ts";
import { everyConfirmed } from "../stretches.server.ts";

/**
 * The how manieth a confirmed signature is among those that count today, in the order in which they were confirmed:
 * the minutes before its own are added up, and only its own minute (or what was not tallied yet) is counted out.
 * Null for one that does not count.
 */
export async function findNumber({ signatureId, campaignId }: { signatureId: string; campaignId: string }): Promise<number | null> {
  const [row] = await sql<{ number: number }[]>`
    with mine as (
      select s.confirmed_at as at,
        least(date_trunc('minute', s.confirmed_at), coalesce(mark.counted_through, '-infinity')) as minute
      from signatures s left join tally_marks mark on mark.campaign_id = s.campaign_id
      where s.id = ${signatureId} and s.campaign_id = ${campaignId} and s.state = 'confirmed'
    )
    select (
      coalesce((select sum(confirmed) from signature_tallies where campaign_id = ${campaignId} and minute < mine.minute), 0)
      + (select count(*) from signatures where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= mine.minute and confirmed_at <= mine.at)
    )::int as number
    from mine`;
  return row?.number ?? null;
}
