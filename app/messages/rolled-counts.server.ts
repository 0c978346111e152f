import { sql } from "#db/client.server.ts";
import type { MessageCounts } from "./message-counts.ts";

/** A campaign's messages by target id, as the clock last counted them: seconds old, and quick on the largest campaign. */
export async function readRolledCounts(campaignId: string): Promise<Map<string, MessageCounts>> {
  const rows = await sql<(MessageCounts & { targetId: string })[]>`
    select t.id as "targetId", coalesce(n.waiting, 0) as waiting, coalesce(n.opened, 0) as opened,
      coalesce(sum(m.count) filter (where m.state in ('sent', 'delivered', 'delayed', 'complained')), 0)::int as sent,
      coalesce(sum(m.count) filter (where m.state in ('delivered', 'complained')), 0)::int as delivered,
      coalesce(sum(m.count) filter (where m.state in ('bounced', 'suppressed', 'failed')), 0)::int as failed
    from targets t left join target_counts n on n.target_id = t.id left join target_mail_counts m on m.target_id = t.id
    where t.campaign_id = ${campaignId} group by t.id, n.target_id`;
  return new Map(rows.map(({ targetId, ...counts }) => [targetId, counts]));
}
