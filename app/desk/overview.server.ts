import { sql } from "#db/client.server.ts";
import { startOfDay } from "./today.server.ts";
import { writableStates } from "./waiting.server.ts";

export interface CampaignOverview {
  confirmedToday: number;
  withoutContact: number;
  drafts: number;
  waitingMessages: number;
}

/** The few numbers that tell an organizer which campaign to open first, by campaign id. */
export async function readOverviews(campaignIds: string[], now: Date = new Date()): Promise<Map<string, CampaignOverview>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await sql<(CampaignOverview & { id: string })[]>`
    select c.id,
      (select count(*)::int from signatures s
       where s.campaign_id = c.id and s.state = 'confirmed' and s.confirmed_at >= ${startOfDay(now)}) as "confirmedToday",
      (select count(*)::int from targets t
       where t.campaign_id = c.id and not exists (
         select from contacts k where k.retailer_id = t.retailer_id and k.state in ${sql(writableStates())}
       )) as "withoutContact",
      (select count(*)::int from responses p join targets t on t.id = p.target_id
       where t.campaign_id = c.id and p.published_at is null) as drafts,
      (select count(*)::int from messages m
       join signatures s on s.id = m.signature_id and s.state = 'confirmed'
       join targets t on t.id = m.target_id
       where t.campaign_id = c.id and m.state = 'held' and m.released_at is not null) as "waitingMessages"
    from campaigns c where c.id in ${sql(campaignIds)}`;
  return new Map(rows.map(({ id, ...overview }) => [id, overview]));
}
