import { sql } from "#db/client.server.ts";

export interface MessageCounts {
  /** Left the house for the retailer itself; test copies are not among them. */
  sent: number;
  /** Of those, taken by the retailer's mail server. */
  delivered: number;
  /** Could not be sent, or came back. */
  failed: number;
  /** Let go by a confirmed signer, and not yet on the way. */
  waiting: number;
  /** Opened in a signer's own mail program; whether they were sent we cannot know. */
  opened: number;
}

const NONE: MessageCounts = { sent: 0, delivered: 0, failed: 0, waiting: 0, opened: 0 };

/** By target id; a target that nobody has written to is missing. */
export async function countMessagesByTarget(campaignId: string): Promise<Map<string, MessageCounts>> {
  const rows = await sql<(MessageCounts & { targetId: string })[]>`
    with of_campaign as (select id from targets where campaign_id = ${campaignId}),
    written as (
      select m.target_id,
        count(*) filter (where d.state in ('sent', 'delivered', 'delayed', 'complained'))::int as sent,
        count(*) filter (where d.state in ('delivered', 'complained'))::int as delivered,
        count(*) filter (where d.state in ('bounced', 'suppressed', 'failed'))::int as failed,
        count(*) filter (where m.state = 'held' and m.released_at is not null and s.state = 'confirmed')::int as waiting
      from messages m
      join signatures s on s.id = m.signature_id
      left join deliveries d on d.message_id = m.id and not d.is_test
      where m.target_id in (select id from of_campaign)
      group by m.target_id
    ), opened as (
      select o.target_id, count(*)::int as opened
      from openings o join signatures s on s.id = o.signature_id and s.state = 'confirmed'
      where o.target_id in (select id from of_campaign)
      group by o.target_id
    )
    select id as "targetId", coalesce(sent, 0) as sent, coalesce(delivered, 0) as delivered, coalesce(failed, 0) as failed,
           coalesce(waiting, 0) as waiting, coalesce(opened, 0) as opened
    from of_campaign
    left join written on written.target_id = id
    left join opened on opened.target_id = id`;
  return new Map(rows.map(({ targetId, ...counts }) => [targetId, counts]));
}

export function countsOf(counts: Map<string, MessageCounts>, targetId: string): MessageCounts {
  return counts.get(targetId) ?? NONE;
}
