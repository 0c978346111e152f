import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { countMailOf } from "./count-mail.server.ts";
import { countSignaturesOf, recountConfirmedOf } from "./count-signatures.server.ts";
import { LOOK_BACK_MINUTES, touchDays } from "./touched-days.server.ts";

/** A round ends after this; what is left over is the next one's. */
const ROUND_MS = 2_000;
/** A day is not counted anew before this many times as long has passed as its last count took. */
const RESTS = 20;

interface Pace {
  roundMs?: number;
  rests?: number;
}

/**
 * Keeps the counts by the hour and day: finds the days on which something has changed since the last round, and
 * counts those anew, the newest first, each in a transaction of its own. Killed, it resumes; done twice, it is done
 * once. Returns how many days it counted.
 */
export async function rollUp(now: Date = new Date(), { roundMs = ROUND_MS, rests = RESTS }: Pace = {}): Promise<number> {
  const begun = performance.now();
  if (!(await inTurn((tx) => touchDays(tx, now)))) return 0;
  let counted = 0;
  while (await inTurn((tx) => countNextDay(tx, now, rests))) {
    counted += 1;
    if (performance.now() - begun > roundMs) break;
  }
  return counted;
}

/** One process at a time, for each step; false when it is another's, or when the step had nothing to do. */
async function inTurn(step: (tx: postgres.TransactionSql) => Promise<boolean>): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('roll-up')) as "isMine"`;
    return lock?.isMine ? step(tx) : false;
  });
}

async function countNextDay(tx: postgres.TransactionSql, now: Date, rests: number): Promise<boolean> {
  const [next] = await tx<{ campaignId: string; day: string; from: Date; to: Date; isYoung: boolean }[]>`
    select campaign_id as "campaignId", to_char(day, 'YYYY-MM-DD') as day,
      day::timestamp at time zone 'UTC' as "from", (day + 1)::timestamp at time zone 'UTC' as "to",
      coalesce(counted_at < (day + 1)::timestamp at time zone 'UTC' + make_interval(mins => ${LOOK_BACK_MINUTES}), true) as "isYoung"
    from counted_days
    where touched_at is not null and coalesce(rests_until <= ${now}, true)
    order by day desc, touched_at limit 1`;
  if (!next) return false;
  const begun = performance.now();
  // A large day's groups are then sorted in memory.
  await tx`set local work_mem = '32MB'`;
  const { isYoung, ...span } = next;
  await (isYoung ? countSignaturesOf(tx, span) : recountConfirmedOf(tx, span));
  await countMailOf(tx, span);
  const restsUntil = new Date(now.getTime() + rests * (performance.now() - begun));
  await tx`
    update counted_days set touched_at = null, counted_at = ${now}, rests_until = ${restsUntil}
    where campaign_id = ${next.campaignId} and day = ${next.day}`;
  return true;
}
