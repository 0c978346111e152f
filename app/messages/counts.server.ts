import { sql } from "#db/client.server.ts";
import type { MessageCounts } from "./message-counts.ts";
import { readRolledCounts } from "./rolled-counts.server.ts";

/** A campaign with more messages and openings together than this is told of as the clock last counted it. */
const COUNTED_AT_ONCE = 2_000;

/**
 * A campaign's messages by target id. While they are few they are counted as they are asked for, so that the first
 * ones show at once; when they are many, a count would keep a public page waiting, and seconds are no matter.
 */
export async function countMessagesByTarget(campaignId: string, { atOnce = COUNTED_AT_ONCE } = {}): Promise<Map<string, MessageCounts>> {
  return (await areMoreThan(campaignId, atOnce)) ? readRolledCounts(campaignId) : countAll(campaignId);
}

async function areMoreThan(campaignId: string, most: number): Promise<boolean> {
  // Written out: a planner that does not know the limit would rather read the whole table.
  const limit = sql.unsafe(String(Math.trunc(most) + 1));
  const [row] = await sql<{ areMore: boolean }[]>`
    with of_campaign as materialized (select id from targets where campaign_id = ${campaignId}), found as (
      (select from of_campaign t cross join lateral (select from messages where target_id = t.id limit ${limit}) m limit ${limit})
      union all
      (select from of_campaign t cross join lateral (select from openings where target_id = t.id limit ${limit}) o limit ${limit})
    )
    select count(*) > ${most}::int as "areMore" from found`;
  return row?.areMore === true;
}

async function countAll(campaignId: string): Promise<Map<string, MessageCounts>> {
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
