import { sql } from "#db/client.server.ts";
import { boundedUnconfirmedDays } from "./erasure.ts";
import { daysAfter } from "./links.ts";

const REQUESTS_A_BATCH = 1_000;

/**
 * Requests that nobody confirmed within their campaign's days, with all that came with them: in batches, under attack they
 * may be millions. Suspects too: whose address a machine typed never had a mail to say so, and is not kept for longer.
 */
export async function forgetRequests(now: Date = new Date()) {
  const campaigns = await sql<{ id: string; unconfirmedDays: number }[]>`select id, unconfirmed_days as "unconfirmedDays" from campaigns`;
  for (const campaign of campaigns) {
    while ((await forgetBatch(campaign, now)) === REQUESTS_A_BATCH);
  }
}

interface Waiting {
  id: string;
  unconfirmedDays: number;
}

async function forgetBatch(campaign: Waiting, now: Date): Promise<number> {
  const gone = await sql`
    delete from signatures where state in ('pending', 'suspect') and id in (
      select id from signatures where ${hasExpired(campaign, now)} limit ${REQUESTS_A_BATCH} for update skip locked
    ) returning id`;
  return gone.length;
}

/** How many requests a run at this moment would forget; beyond `limit` nobody counts. */
export async function countExpired(campaign: Waiting, now: Date, limit: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from (select from signatures where ${hasExpired(campaign, now)} limit ${limit}) expired`;
  return row?.count ?? 0;
}

/** None was mailed before it was made: so the list's index finds them by when they were made, and none that is younger is looked at. */
function hasExpired({ id, unconfirmedDays }: Waiting, now: Date) {
  const since = daysAfter(now, -boundedUnconfirmedDays(unconfirmedDays));
  return sql`
    campaign_id = ${id} and state = any('{pending,suspect}'::signature_state[]) and confirmed_at is null and is_name_shown = any('{true,false}'::boolean[]) and (comment is not null) = any('{true,false}'::boolean[])
    and created_at < ${since} and mailed_at < ${since}`;
}
