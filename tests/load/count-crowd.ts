import type postgres from "postgres";
import { withoutIndexes } from "./desk-crowd.ts";

interface Growth {
  campaignId: string;
  /** Signatures that there are. */
  from: number;
  /** Signatures that there are to be. */
  to: number;
}

/** More signatures, spread over the last three hundred days, in every state; as the clock finds them on the first day. */
export async function growCrowd(sql: postgres.Sql, { campaignId, from, to }: Growth) {
  await sql`set session_replication_role = replica`;
  await withoutIndexes(sql, "signatures", () => sql`
    insert into signatures (id, campaign_id, letter_version_id, name, email, canonical_email, name_key, country, comment, is_name_shown,
                            state, mailed_at, created_at, confirmed_at, withdrawn_at, removed_at, state_changed_at)
    select gen_random_uuid(), ${campaignId}, (select id from letter_versions where campaign_id = ${campaignId} limit 1),
      initcap(substr(md5(n::text), 1, 8)), 'person-' || n || '@example.org', 'person-' || n || '@example.org', substr(md5(n::text), 1, 8),
      (array['US','GB','DE','FR'])[1 + n % 4], case when n % 7 = 0 then 'I want my next one to last.' end, n % 5 < 3, state::signature_state,
      at, at, case when state not in ('pending', 'suspect') then at + interval '9 minutes' end, case when state = 'withdrawn' then at + interval '1 day' end,
      case when state = 'removed' then at + interval '1 day' end, at + interval '9 minutes'
    from (
      select n, now() - interval '300 days' + (n - ${from}::int) * interval '300 days' / ${to - from}::int as at,
        case when n % 200 = 0 then 'suspect' when n % 200 = 1 then 'removed' when n % 100 = 2 then 'withdrawn' when n % 16 = 3 then 'pending' else 'confirmed' end as state
      from generate_series(${from + 1}::int, ${to}::int) n
    ) made`);
  await sql`set session_replication_role = origin`;
  await sql`truncate signature_tallies, tally_marks, hourly_counts, daily_counts, counted_days, count_marks, state_counts, reconciliations, signings`;
  await sql`vacuum analyze signatures`;
}
