import { max } from "drizzle-orm";
import { daysBefore } from "#app/desk/utc-days.ts";
import { db } from "#db/client.server.ts";
import { clockRounds } from "#db/schema/index.ts";
import { isAway } from "./away.ts";

export type ClockRound = Awaited<ReturnType<typeof readClockRounds>>["rounds"][number];

/** A round that no worker has had in hand for so long is of an older house. */
const GONE_DAYS = 7;

/** What each round of the clock did last and does next, and since when no worker is there, if none is. */
export async function readClockRounds(now: Date = new Date()) {
  const [seenAt, rows] = await Promise.all([findLastSeen(), db.select().from(clockRounds).orderBy(clockRounds.name)]);
  const rounds = rows
    .filter(({ notedAt }) => notedAt > daysBefore(now, GONE_DAYS))
    .map(({ name, everySeconds, startedAt, endedAt, outcome, error, failedAt }) => ({
      name, everySeconds, startedAt, endedAt, outcome, error, failedAt,
      isUnderWay: startedAt !== null && (endedAt === null || startedAt > endedAt),
      nextAt: endedAt && new Date(endedAt.getTime() + everySeconds * 1000),
    }));
  return { rounds, seenAt, isAway: seenAt !== null && isAway(seenAt, now) };
}

/** When any worker was last heard of; null in a house that never had one. */
export async function findLastSeen(): Promise<Date | null> {
  const [row] = await db.select({ seenAt: max(clockRounds.notedAt) }).from(clockRounds);
  return row?.seenAt ?? null;
}
