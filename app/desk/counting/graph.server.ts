import { DAY_MS, daysBefore, HOUR_MS } from "#app/desk/utc-days.ts";
import { sql } from "#db/client.server.ts";
import type { GraphChoice } from "./graph-choice.ts";

export type Graph = Awaited<ReturnType<typeof readGraph>>;
export type GraphUnit = "hour" | "day" | "week" | "month";

/** A campaign this young is drawn by the hour unless days are asked for. */
const YOUNG_DAYS = 3;
const HOURS_SHOWN = 48;
/** So many columns can be told apart on a phone. */
const MOST_COLUMNS = 92;

interface Drawn {
  id: string;
  openedAt: Date | null;
  closedAt: Date | null;
}

/**
 * Confirmed signatures over time, from the clock's hours, in UTC: of the last two days by the hour, or of the whole
 * campaign by the day, and once those are too many to be told apart, by the week or month.
 */
export async function readGraph(campaign: Drawn, choice: GraphChoice | undefined, now: Date = new Date()) {
  const first = await findFirstHour(campaign.id);
  const end = campaign.closedAt ?? now;
  if (!first) return { unit: "day" as const, before: 0, columns: [], isYoung: true };
  const isYoung = end.getTime() - first.getTime() < YOUNG_DAYS * DAY_MS;
  const unit = choice === "hour" || (choice === undefined && isYoung) ? "hour" : unitFor(first, end);
  const from = unit === "hour" ? new Date(Math.max(first.getTime(), end.getTime() - (HOURS_SHOWN - 1) * HOUR_MS)) : first;
  const rows = await sql<{ at: Date; confirmed: number; before: number }[]>`
    select at, confirmed, before from (
      select date_trunc(${unit}::text, hour, 'UTC') as at, sum(confirmed)::int as confirmed from hourly_counts
      where campaign_id = ${campaign.id} and hour >= date_trunc(${unit}::text, ${from}::timestamptz, 'UTC') group by 1
    ) drawn, (
      select coalesce(sum(confirmed), 0)::int as before from hourly_counts
      where campaign_id = ${campaign.id} and hour < date_trunc(${unit}::text, ${from}::timestamptz, 'UTC')
    ) earlier order by at`;
  return { unit, isYoung, before: rows[0]?.before ?? 0, columns: withoutGaps(rows, { unit, from, end }) };
}

async function findFirstHour(campaignId: string) {
  const [row] = await sql<{ first: Date | null }[]>`select min(hour) as first from hourly_counts where campaign_id = ${campaignId} and confirmed > 0`;
  return row?.first ?? undefined;
}

function unitFor(first: Date, end: Date): GraphUnit {
  const days = (end.getTime() - first.getTime()) / DAY_MS;
  if (days <= MOST_COLUMNS - 1) return "day";
  return days <= (MOST_COLUMNS - 1) * 7 ? "week" : "month";
}

/** A time in which nobody confirmed is a column too. */
function withoutGaps(rows: { at: Date; confirmed: number }[], { unit, from, end }: { unit: GraphUnit; from: Date; end: Date }) {
  const counts = new Map(rows.map(({ at, confirmed }) => [at.getTime(), confirmed]));
  const last = Math.max(end.getTime(), ...counts.keys());
  const columns: { at: Date; confirmed: number }[] = [];
  for (let at = startOf(unit, from); at.getTime() <= last; at = next(unit, at)) columns.push({ at, confirmed: counts.get(at.getTime()) ?? 0 });
  return columns;
}

function startOf(unit: GraphUnit, at: Date): Date {
  if (unit === "hour") return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
  const day = new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);
  if (unit === "day") return day;
  // Weeks begin on Monday, as PostgreSQL's do.
  return daysBefore(day, unit === "week" ? (day.getUTCDay() + 6) % 7 : day.getUTCDate() - 1);
}

function next(unit: GraphUnit, at: Date): Date {
  if (unit === "month") return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
  return new Date(at.getTime() + { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS }[unit]);
}
