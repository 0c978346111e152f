import { sql } from "#db/client.server.ts";
import { everyConfirmed } from "./stretches.server.ts";

export type Count = Awaited<ReturnType<typeof readCount>>;

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

/**
 * In all, since midnight (UTC) and in the last sixty minutes, from one reading: each is a sum over a day's minutes at
 * most and the same tail, however many have signed.
 */
export async function readCount(campaignId: string, now: Date = new Date()) {
  const [today, anHourAgo] = [startOf(now, DAY_MS), new Date(now.getTime() - HOUR_MS)];
  // A minute is whole or not at all in the tallies: the hour's first one belongs to it from its next minute on.
  const firstMinute = new Date(startOf(anHourAgo, MINUTE_MS).getTime() + MINUTE_MS);
  const [row] = await sql<{ total: number; today: number; lastHour: number }[]>`
    select coalesce(mark.total, 0) + tail.total as total,
      minutes.today + tail.today as today, minutes.last_hour + tail.last_hour as "lastHour"
    from campaigns c left join tally_marks mark on mark.campaign_id = c.id
    cross join lateral (
      select count(*)::int as total, count(*) filter (where confirmed_at >= ${today})::int as today,
        count(*) filter (where confirmed_at >= ${firstMinute})::int as last_hour
      from signatures where campaign_id = c.id and ${everyConfirmed()} and confirmed_at >= coalesce(mark.counted_through, '-infinity')
    ) tail
    cross join lateral (
      select coalesce(sum(confirmed) filter (where minute >= ${today}), 0)::int as today,
        coalesce(sum(confirmed) filter (where minute >= ${firstMinute}), 0)::int as last_hour
      from signature_tallies where campaign_id = c.id and minute >= least(${today}::timestamptz, ${firstMinute}::timestamptz) and minute < mark.counted_through
    ) minutes
    where c.id = ${campaignId}`;
  // Whoever signed before this minute is in it, and some of those who signed since.
  return { total: row?.total ?? 0, today: row?.today ?? 0, lastHour: row?.lastHour ?? 0, asOf: startOf(now, MINUTE_MS) };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function startOf(now: Date, unitMs: number) {
  return new Date(Math.floor(now.getTime() / unitMs) * unitMs);
}
