import { sql } from "#db/client.server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export type SigningsToday = Awaited<ReturnType<typeof countSigningsToday>>;

/** Today's signatures beside yesterday's, in days of UTC as everywhere in the house. */
export async function countSigningsToday(campaignId: string, now: Date = new Date()) {
  const today = startOfDay(now);
  const yesterday = new Date(today.getTime() - DAY_MS);
  const [hours, [pending], [earlier]] = await Promise.all([
    sql<{ hour: number; confirmed: number }[]>`
      select floor(extract(epoch from confirmed_at - ${yesterday}) / 3600)::int as hour, count(*)::int as confirmed
      from signatures
      where campaign_id = ${campaignId} and state = 'confirmed' and confirmed_at >= ${yesterday} and confirmed_at <= ${now}
      group by 1`,
    sql<{ today: number; yesterday: number }[]>`
      select count(*) filter (where created_at >= ${today})::int as today,
             count(*) filter (where created_at < ${today})::int as yesterday
      from signatures
      where campaign_id = ${campaignId} and state = 'pending' and created_at >= ${yesterday}`,
    sql<{ confirmed: number }[]>`
      select count(*)::int as confirmed from signatures
      where campaign_id = ${campaignId} and state = 'confirmed'
        and confirmed_at >= ${yesterday} and confirmed_at <= ${new Date(now.getTime() - DAY_MS)}`,
  ]);
  const confirmedIn = (hour: number) => hours.find((row) => row.hour === hour)?.confirmed ?? 0;
  const byHour = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    yesterday: confirmedIn(hour),
    today: confirmedIn(hour + 24),
  }));
  return {
    byHour,
    confirmed: {
      today: sum(byHour.map((row) => row.today)),
      yesterday: sum(byHour.map((row) => row.yesterday)),
      yesterdayByNow: earlier?.confirmed ?? 0,
    },
    pending: { today: pending?.today ?? 0, yesterday: pending?.yesterday ?? 0 },
  };
}

export function startOfDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
