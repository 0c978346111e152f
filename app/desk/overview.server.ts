import { dayOf } from "#app/responses/calendar-days.ts";
import { sql } from "#db/client.server.ts";
import { daysBefore, lastDays, startOfDay } from "./utc-days.ts";

const OVERVIEW_DAYS = 14;

export interface CampaignOverview {
  confirmedToday: number;
  confirmedYesterday: number;
  /** The last days up to today, the oldest first. */
  byDay: { day: string; confirmed: number }[];
}

/** The few numbers that tell an organizer which campaign to open first, by campaign id. */
export async function readOverviews(campaignIds: string[], now: Date = new Date()): Promise<Map<string, CampaignOverview>> {
  if (campaignIds.length === 0) return new Map();
  const days = lastDays(now, OVERVIEW_DAYS);
  const rows = await sql<{ id: string; day: string; confirmed: number }[]>`
    select campaign_id as id, to_char(hour at time zone 'UTC', 'YYYY-MM-DD') as day, sum(confirmed)::int as confirmed
    from hourly_counts where campaign_id in ${sql(campaignIds)} and hour >= ${daysBefore(startOfDay(now), OVERVIEW_DAYS - 1)} group by 1, 2`;
  const confirmed = new Map(rows.map((row) => [`${row.id} ${row.day}`, row.confirmed]));
  const on = (id: string, day: string) => confirmed.get(`${id} ${day}`) ?? 0;
  return new Map(
    campaignIds.map((id) => [
      id,
      {
        confirmedToday: on(id, dayOf(now)),
        confirmedYesterday: on(id, dayOf(daysBefore(now, 1))),
        byDay: days.map((day) => ({ day, confirmed: on(id, day) })),
      },
    ]),
  );
}
