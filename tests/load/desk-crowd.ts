import type postgres from "postgres";

/** A week of a campaign that grows fast. */
const TRACES = 500_000;

/** Rows for the desk's lists, as many as the largest campaign might have. They are made by the database itself. */
export async function fillDesk(sql: postgres.Sql, campaignId: string, signatures: number) {
  // The rows fit each other; to ask for each would take most of the time.
  await sql`set session_replication_role = replica`;
  await withoutIndexes(sql, "signatures", () => sql`
    insert into signatures (id, campaign_id, letter_version_id, name, email, canonical_email, country, source, comment, is_name_shown,
                            state, suspicion, mailed_at, created_at, confirmed_at, withdrawn_at, removed_at, state_changed_at)
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
      ${campaignId}, letter, initcap(substr(md5(n::text), 1, 2 + n % 7)) || ' ' || initcap(substr(md5((n * 7)::text), 1, 9)),
      'person-' || n || '@example.org', 'person-' || n || '@example.org',
      (array['US','US','US','US','GB','GB','GB','DE','DE','FR','CA','AU','NL','SE','ES','IT','PL','BR','IN','IS'])[1 + n % 20],
      case when n % 10 < 3 then (array['newsletter','partner','press','social','poster'])[1 + n % 5] end,
      case when n % 7 = 0 then 'I want my next one to last.' end, n % 5 < 3, state::signature_state,
      case when n % 200 < 2 then (array['trap', 'burst', 'burst,trap'])[1 + (n / 200) % 3] end,
      at, at, case when state <> 'pending' then at + interval '9 minutes' end, case when state = 'withdrawn' then at + interval '1 day' end,
      case when state = 'removed' then at + interval '1 day' end, at + interval '9 minutes'
    from (
      select n, now() - interval '300 days' + n * interval '300 days' / ${signatures}::int as at,
        case when n % 200 = 0 then 'suspect' when n % 200 = 1 then 'removed' when n % 100 = 2 then 'withdrawn' when n % 16 = 3 then 'pending' else 'confirmed' end as state,
        (select id from letter_versions where campaign_id = ${campaignId} limit 1) as letter
      from generate_series(1, ${signatures}::int) n
    ) made`);
  await withoutIndexes(sql, "screened_signings", () => sql`
    insert into screened_signings (campaign_id, signature_id, is_new, network, mail_domain, name_key, suspicion, created_at)
    select ${campaignId}, id, true, '198.51.' || ascii(right(id::text, 1)) || '.0/24', (array['gmail.com', 'example.org', 'bots.example'])[1 + ascii(right(id::text, 1)) % 3],
      lower(name), suspicion, created_at
    from signatures where campaign_id = ${campaignId} order by created_at desc limit ${TRACES}`);
  await withoutIndexes(sql, "messages", () => sql`
    insert into messages (id, signature_id, target_id, subject, body, has_own_words, reply_route, state, released_at, queued_at, created_at, updated_at)
    select gen_random_uuid(), s.id, t.id, 'Please answer', 'Please answer the letter.', s.comment is not null, 'campaign',
      (case when right(s.id::text, 1) < '8' then 'queued' else 'held' end)::message_state, s.confirmed_at, s.confirmed_at, s.created_at, s.created_at
    from signatures s join targets t on t.campaign_id = s.campaign_id
    where s.campaign_id = ${campaignId} and s.state = 'confirmed' and substr(s.id::text, 20, 1) = '8' and substr(s.id::text, 21, 1) < '2'`);
  await withoutIndexes(sql, "deliveries", () => sql`
    insert into deliveries (id, card, to_address, priority, campaign_id, signature_id, message_id, contact_id, state, due_at, sent_at, created_at, state_changed_at)
    select gen_random_uuid(), 'confirm-signature', s.email, 1, s.campaign_id, s.id, null::uuid, null::uuid,
      (case when right(s.id::text, 2) = '00' then 'bounced' else 'delivered' end)::delivery_state, s.created_at, s.created_at, s.created_at, s.created_at
    from signatures s where s.campaign_id = ${campaignId}
    union all
    select gen_random_uuid(), 'demands', 'care@corner-shop.example', 2, ${campaignId}, null::uuid, m.id,
      (select k.id from contacts k join targets t on t.retailer_id = k.retailer_id where t.id = m.target_id limit 1),
      'delivered'::delivery_state, m.queued_at, m.queued_at, m.queued_at, m.queued_at
    from messages m where m.state = 'queued'`);
  await sql`
    insert into audit_entries (id, campaign_id, organizer_id, act, subject, subject_id, title, at)
    select gen_random_uuid(), ${campaignId}, (select id from organizers limit 1), (array['changed','published','paused','exported'])[1 + n % 4],
      (array['letter','response','target','list'])[1 + n % 4], n::text, 'Something', now() - n * interval '1 minute'
    from generate_series(1, 100000) n`;
  // As the clock would have left it.
  await sql`
    insert into tally_marks (campaign_id, total, counted_through)
    select ${campaignId}, count(*)::int, now() from signatures where campaign_id = ${campaignId} and state = 'confirmed'
    on conflict (campaign_id) do update set total = excluded.total, counted_through = excluded.counted_through`;
  await sql`set session_replication_role = origin`;
  for (const table of ["signatures", "screened_signings", "messages", "deliveries", "audit_entries"]) await sql`vacuum analyze ${sql(table)}`;
}

/** A table is filled several times as fast when its indexes are built afterwards. */
export async function withoutIndexes(sql: postgres.Sql, table: string, fill: () => PromiseLike<unknown>) {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = ${table} and indexname not in (select conname from pg_constraint) and indexdef not like 'CREATE UNIQUE%'`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  await fill();
  await sql`set maintenance_work_mem = '512MB'`;
  for (const { definition } of indexes) await sql.unsafe(definition);
}
