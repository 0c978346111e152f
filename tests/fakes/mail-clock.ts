import { sql } from "#db/client.server.ts";

/** Time passes for the post: everything that mail waits for, or is remembered by, moves that far into the past. */
export async function timePasses({ hours = 0, minutes = 0 }: { hours?: number; minutes?: number }) {
  const ms = (hours * 60 + minutes) * 60_000;
  await sql`
    update mail_batches set
      next_attempt_at = next_attempt_at - ${ms} * interval '1 millisecond',
      leased_until = leased_until - ${ms} * interval '1 millisecond',
      unknown_since = unknown_since - ${ms} * interval '1 millisecond'`;
  await sql`update mail_paces set next_request_at = next_request_at - ${ms} * interval '1 millisecond'`;
}
