import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { boundedUnconfirmedDays } from "./erasure.ts";
import { daysAfter, hoursAfter, type SignerUrls } from "./links.ts";
import { mailReminders } from "./mail-reminders.server.ts";
import { reminderDays, type Reminding } from "./reminding.ts";

const REQUESTS_A_BATCH = 500;
const LATE_HOURS = 1;
/** After every signature of the same instant. */
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Reminds whoever has not acted on their mail after their campaign's days, once: before the request is forgotten. Of open
 * campaigns alone; a sample's signers are made up. In batches, each one transaction that moves the campaign's mark, so
 * that a killed worker goes on from there and no request is looked at twice. Returns how many were mailed.
 */
export async function remindSigners(urls: SignerUrls, stopping?: AbortSignal, now: Date = new Date()): Promise<number> {
  // After a worker was away, whoever signed meanwhile is looked at and mailed first.
  const [first] = await sql<{ createdAt: Date }[]>`select created_at as "createdAt" from signings order by id limit 1`;
  if (first && first.createdAt < hoursAfter(now, -LATE_HOURS)) return 0;
  let reminded = 0;
  for (const campaign of await listReminding(now)) {
    for (const takeNext of [takeNextOf, takeMailedAgain]) {
      while (!stopping?.aborted) {
        const batch = await sql.begin((tx) => remindBatch(tx, { campaign, takeNext, urls, now }));
        reminded += batch.reminded;
        if (!batch.hasMore) break;
      }
    }
  }
  return reminded;
}

async function listReminding(now: Date): Promise<Reminding[]> {
  const open = await sql<{ id: string; unconfirmedDays: number; remindAfterDays: number | null }[]>`
    select id, unconfirmed_days as "unconfirmedDays", remind_after_days as "remindAfterDays" from campaigns where state = 'open' and not is_sample`;
  return open.flatMap((campaign) => {
    const days = reminderDays(campaign);
    const unconfirmedDays = boundedUnconfirmedDays(campaign.unconfirmedDays);
    return days === null ? [] : [{ id: campaign.id, unconfirmedDays, after: daysAfter(now, -unconfirmedDays), until: daysAfter(now, -days) }];
  });
}

type TakeNext = (tx: postgres.TransactionSql, campaign: Reminding) => Promise<string[]>;

async function remindBatch(tx: postgres.TransactionSql, { campaign, takeNext, urls, now }: { campaign: Reminding; takeNext: TakeNext; urls: SignerUrls; now: Date }) {
  if (!(await holdMark(tx, campaign))) return { reminded: 0, hasMore: false };
  const ids = await takeNext(tx, campaign);
  const reminded = await mailReminders(tx, { ids, campaign, urls, now });
  return { reminded, hasMore: ids.length === REQUESTS_A_BATCH };
}

/** False when another worker has it. */
async function holdMark(tx: postgres.TransactionSql, { id, after }: Reminding) {
  await tx`insert into reminder_marks (campaign_id, through_at, through_id) values (${id}, ${after}, ${LAST_ID}) on conflict do nothing`;
  const held = await tx`select from reminder_marks where campaign_id = ${id} for update skip locked`;
  return held.length > 0;
}

/** The next in the order in which they were asked for: four stretches of the list's index, each read as far as is needed. */
async function takeNextOf(tx: postgres.TransactionSql, { id, until }: Reminding): Promise<string[]> {
  const next = await tx<{ id: string }[]>`
    with mark as (select through_at, through_id from reminder_marks where campaign_id = ${id}), next as (
      select own.id, own.created_at
      from mark cross join (values (true, true), (true, false), (false, true), (false, false)) as stretch (is_shown, is_commented)
      cross join lateral (
        select s.id, s.created_at from signatures s
        where s.campaign_id = ${id} and s.state = 'pending' and s.is_name_shown = stretch.is_shown and (s.comment is not null) = stretch.is_commented
          and (s.created_at, s.id) > (mark.through_at, mark.through_id) and s.created_at <= ${until}
        order by s.created_at, s.id limit ${REQUESTS_A_BATCH}
      ) own
      order by own.created_at, own.id limit ${REQUESTS_A_BATCH}
    ), moved as (
      update reminder_marks m set through_at = last.created_at, through_id = last.id
      from (select created_at, id from next order by created_at desc, id desc limit 1) last where m.campaign_id = ${id}
    )
    select id from next`;
  if (next.length < REQUESTS_A_BATCH) {
    await tx`update reminder_marks set through_at = ${until}, through_id = ${LAST_ID} where campaign_id = ${id} and through_at < ${until}`;
  }
  return next.map(({ id: signatureId }) => signatureId);
}

/** Those that were mailed once more have waited since then; the mark may be past them. */
async function takeMailedAgain(tx: postgres.TransactionSql, { id, after, until }: Reminding): Promise<string[]> {
  const next = await tx<{ id: string }[]>`
    select id from signatures s
    where campaign_id = ${id} and state = 'pending' and mailed_at <> created_at and mailed_at > ${after} and mailed_at <= ${until} and reminded_at is null
      and not exists (select from suppressions where address = lower(s.email))
    order by mailed_at limit ${REQUESTS_A_BATCH}`;
  return next.map(({ id: signatureId }) => signatureId);
}
