import { DAY_MS, daysBefore, HOUR_MS, startOfDay } from "#app/desk/utc-days.ts";
import { everyConfirmed } from "#app/signatures/stretches.server.ts";
import { sql } from "#db/client.server.ts";

export type Today = Awaited<ReturnType<typeof readToday>>;

/** How many days ago the days are that today is held against: yesterday, and the same day of last week. */
const BEFORE = { yesterday: 1, lastWeek: 7 } as const;

/** Today's confirmed signatures beside yesterday's and those of the same weekday, by the hour and by this time of day, in UTC. */
export async function readToday(campaignId: string, now: Date = new Date()) {
  const [byHour, figures] = await Promise.all([readHours(campaignId, now), readFigures(campaignId, now)]);
  return { byHour, ...figures, weekday: new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(now) };
}

async function readHours(campaignId: string, now: Date) {
  const today = startOfDay(now);
  const rows = await sql<{ hour: Date; confirmed: number }[]>`
    select hour, confirmed from hourly_counts
    where campaign_id = ${campaignId} and hour >= ${daysBefore(today, BEFORE.lastWeek)} and hour < ${daysBefore(today, -1)}`;
  const confirmed = new Map(rows.map((row) => [row.hour.getTime(), row.confirmed]));
  const at = (hour: number, daysAgo: number) => confirmed.get(daysBefore(today, daysAgo).getTime() + hour * HOUR_MS) ?? 0;
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    today: at(hour, 0),
    yesterday: at(hour, BEFORE.yesterday),
    lastWeek: at(hour, BEFORE.lastWeek),
  }));
}

/** By the minute, from the tallies: "by this time yesterday" is exact. What they do not hold yet is the tail since. */
async function readFigures(campaignId: string, now: Date) {
  const today = startOfDay(now);
  const between = (from: Date, to: Date) => sql`
    (select coalesce(sum(confirmed), 0)::int from signature_tallies where campaign_id = ${campaignId} and minute >= ${from} and minute < ${to})`;
  const ago = (days: number) => ({ from: daysBefore(today, days), byNow: daysBefore(now, days), to: new Date(today.getTime() - days * DAY_MS + DAY_MS) });
  const [yesterday, lastWeek] = [ago(BEFORE.yesterday), ago(BEFORE.lastWeek)];
  const [row] = await sql<{ today: number; yesterday: number; yesterdayByNow: number; lastWeek: number; lastWeekByNow: number }[]>`
    with mark as (select counted_through from tally_marks where campaign_id = ${campaignId})
    select ${between(today, now)} + (
        select count(*)::int from signatures
        where campaign_id = ${campaignId} and ${everyConfirmed()}
          and confirmed_at >= greatest(${today}, coalesce((select counted_through from mark), '-infinity')) and confirmed_at <= ${now}
      ) as today,
      ${between(yesterday.from, yesterday.to)} as yesterday, ${between(yesterday.from, yesterday.byNow)} as "yesterdayByNow",
      ${between(lastWeek.from, lastWeek.to)} as "lastWeek", ${between(lastWeek.from, lastWeek.byNow)} as "lastWeekByNow"`;
  return { confirmed: row ?? { today: 0, yesterday: 0, yesterdayByNow: 0, lastWeek: 0, lastWeekByNow: 0 } };
}
