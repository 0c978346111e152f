import { sql } from "#db/client.server.ts";

export type StateCounts = NonNullable<Awaited<ReturnType<typeof readStateCounts>>>;

/** A campaign's states are not counted anew before so long, and this many times as long as the last count took. */
const SHORTEST_REST_MS = 30_000;
const RESTS = 20;

/**
 * Counts per campaign the signatures that do not count, by their state, from the index of the desk's list alone; what
 * counts is in the tallies. Under attack they may be millions: then they are counted seldom. One process at a time.
 */
export async function countStates(now: Date = new Date(), { rests = RESTS, shortestRestMs = SHORTEST_REST_MS } = {}) {
  const due = await sql<{ id: string }[]>`
    select id from campaigns left join state_counts on campaign_id = id where coalesce(rests_until <= ${now}, true)`;
  for (const { id } of due) {
    const begun = performance.now();
    if (!(await countStatesOf(id, now))) return;
    const restsUntil = new Date(now.getTime() + Math.max(shortestRestMs, rests * (performance.now() - begun)));
    await sql`update state_counts set rests_until = ${restsUntil} where campaign_id = ${id} and rests_until < ${restsUntil}`;
  }
}

/** Of one campaign, now; false when another process is at it. */
export async function countStatesOf(campaignId: string, now: Date): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('count-states')) as "isMine"`;
    if (!lock?.isMine) return false;
    await tx`
      insert into state_counts (campaign_id, pending, suspect, removed, withdrawn, counted_at, rests_until)
      select ${campaignId}, pending, suspect, removed, withdrawn, ${now}, ${now} from (${uncountedBy(campaignId)}) counted
      on conflict (campaign_id) do update set pending = excluded.pending, suspect = excluded.suspect, removed = excluded.removed,
        withdrawn = excluded.withdrawn, counted_at = excluded.counted_at`;
    return true;
  });
}

/** For a statement that goes on with them: one row of how many there are in each state that does not count. */
export function uncountedBy(campaignId: string) {
  return sql`
    select count(*) filter (where state = 'pending')::int as pending, count(*) filter (where state = 'suspect')::int as suspect,
      count(*) filter (where state = 'removed')::int as removed, count(*) filter (where state = 'withdrawn')::int as withdrawn
    from signatures where campaign_id = ${campaignId} and state = any('{pending,suspect,removed,withdrawn}'::signature_state[])`;
}

/** As the clock last counted them; undefined before it has. */
export async function readStateCounts(campaignId: string) {
  const [row] = await sql<{ pending: number; suspect: number; removed: number; withdrawn: number; countedAt: Date }[]>`
    select pending, suspect, removed, withdrawn, counted_at as "countedAt" from state_counts where campaign_id = ${campaignId}`;
  return row;
}
