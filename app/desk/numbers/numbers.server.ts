import { dayOf } from "#app/responses/calendar-days.ts";
import { daysBefore, lastDays, startOfDay } from "#app/desk/utc-days.ts";
import { sql } from "#db/client.server.ts";
import { compareProviders } from "./providers.ts";
import { type DayCount, mailByState, requestsByDay, shareOut } from "./sums.ts";
import { readToday } from "./today.server.ts";

export type Numbers = Awaited<ReturnType<typeof readNumbers>>;

/** How far back the desk's charts reach. */
const CHART_DAYS = 14;

/** All that a campaign's page shows in numbers, from what the clock has counted: never a count over the large tables. */
export async function readNumbers(campaignId: string, now: Date = new Date()) {
  const days = lastDays(now, CHART_DAYS);
  const [today, counts, [last]] = await Promise.all([
    readToday(campaignId, now),
    sql<DayCount[]>`
      select to_char(day, 'YYYY-MM-DD') as day, by, value, created, confirmed from daily_counts
      where campaign_id = ${campaignId} and by in ('all', 'source', 'country', 'mail domain', 'mail to signers', 'mail to retailers')
        and day >= ${dayOf(daysBefore(startOfDay(now), CHART_DAYS - 1))}`,
    sql<{ countedAt: Date }[]>`select max(counted_at) as "countedAt" from counted_days where campaign_id = ${campaignId}`,
  ]);
  return {
    today,
    days: requestsByDay(counts, days),
    sources: shareOut(counts, "source"),
    countries: shareOut(counts, "country"),
    providers: compareProviders(counts, days.slice(-2)),
    mailToSigners: mailByState(counts, "mail to signers", days),
    mailToRetailers: mailByState(counts, "mail to retailers", days),
    countedAt: last?.countedAt ?? null,
  };
}
