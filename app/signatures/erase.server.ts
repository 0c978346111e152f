import { and, count, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type postgres from "postgres";
import { writeAudit } from "#app/audit/write.server.ts";
import { statesThat } from "#app/campaigns/states.ts";
import { db, sql } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, coSignRequests, coSigners, dailyCounts, importPieces, jobPieces, jobs, partners, savedViews, screeningFindings, signatureImports, signatures, signerSessions } from "#db/schema/index.ts";
import { eraseMail } from "./erase-mail.server.ts";
import { KEPT_DAYS } from "./erasure.ts";

const SIGNERS_A_BATCH = 500;
/** Lists of the desk that can be searched for a person. */
const LISTS_OF_SIGNERS = ["signatures", "messages", "deliveries"];

/**
 * Erases the signers of campaigns whose time after closing is over: names, addresses, postcodes, comments, consents,
 * links and messages' words. The rows stay without them, so that counts and countries stay to the last one. In batches,
 * each one transaction that says how far it came: a killed worker goes on from there, and two do not meet.
 * Returns how many signatures were done.
 */
export async function eraseDueSigners(stopping?: AbortSignal, now: Date = new Date()): Promise<number> {
  let done = 0;
  while (!stopping?.aborted) {
    const batch = await sql.begin((tx) => eraseBatch(tx, now));
    if (!batch) return done;
    done += batch.erased;
    if (batch.isLast) await finish(batch.campaignId, now);
  }
  return done;
}

async function eraseBatch(tx: postgres.TransactionSql, now: Date) {
  const [campaign] = await tx<{ id: string; erasedThrough: string | null }[]>`
    select id, erased_through as "erasedThrough" from campaigns
    where state in ${tx(statesThat("isInArchive"))} and erased_at is null and kept_days_after_closing is not null
      and closed_at + make_interval(days => greatest(kept_days_after_closing, ${KEPT_DAYS.min}::int)) <= ${now}
    order by closed_at limit 1 for update skip locked`;
  if (!campaign) return undefined;
  const next = await tx<{ id: string }[]>`
    select id from signatures
    where campaign_id = ${campaign.id} and (${campaign.erasedThrough}::uuid is null or id > ${campaign.erasedThrough}::uuid)
    order by id limit ${SIGNERS_A_BATCH}`;
  const ids = next.map(({ id }) => id);
  const last = ids.at(-1);
  if (last === undefined) return { campaignId: campaign.id, erased: 0, isLast: true };
  await eraseSigners(tx, ids, now);
  await tx`update campaigns set erased_through = ${last} where id = ${campaign.id}`;
  return { campaignId: campaign.id, erased: ids.length, isLast: false };
}

/** Requests that nobody confirmed go whole; of the others stays what is counted. */
export async function eraseSigners(tx: postgres.TransactionSql, ids: string[], now: Date) {
  await eraseMail(tx, ids, now);
  await tx`delete from signatures where id in ${tx(ids)} and state = 'pending'`;
  await tx`delete from signature_links where signature_id in ${tx(ids)}`;
  await tx`delete from register_secrets where signature_id in ${tx(ids)}`;
  await tx`delete from consents where signature_id in ${tx(ids)}`;
  await tx`delete from unsubscribe_links where signature_id in ${tx(ids)}`;
  await tx`delete from screened_signings where signature_id in ${tx(ids)}`;
  await tx`
    update signatures
    set name = '', email = '', canonical_email = 'erased:' || id, name_key = '', postcode = null, comment = null, comment_review = null, is_name_shown = false, removal_reason = null
    where id in ${tx(ids)}`;
}

/** What holds signers' data beside their rows, and the line in the log. Whoever finishes second finds it done. */
async function finish(campaignId: string, now: Date) {
  await db.transaction(async (tx) => {
    const [done] = await tx
      .update(campaigns)
      .set({ erasedAt: now })
      .where(and(eq(campaigns.id, campaignId), isNull(campaigns.erasedAt)))
      .returning({ slug: campaigns.slug, name: campaigns.name });
    if (!done) return;
    // Whom organisations named to be reached by: there is nothing left to tell them.
    await tx.delete(coSignRequests).where(eq(coSignRequests.campaignId, campaignId));
    await tx.delete(partners).where(inArray(partners.coSignerId, tx.select({ id: coSigners.id }).from(coSigners).where(eq(coSigners.campaignId, campaignId))));
    await tx.delete(signerSessions).where(eq(signerSessions.campaignId, campaignId));
    // A domain of one's own names its owner; and a search may have been for somebody's name.
    await tx.delete(dailyCounts).where(and(eq(dailyCounts.campaignId, campaignId), eq(dailyCounts.by, "mail domain")));
    await tx.delete(screeningFindings).where(eq(screeningFindings.campaignId, campaignId));
    await tx.delete(savedViews).where(and(eq(savedViews.campaignId, campaignId), inArray(savedViews.list, LISTS_OF_SIGNERS)));
    const ended = and(eq(jobs.campaignId, campaignId), isNotNull(jobs.endedAt));
    await tx.delete(jobPieces).where(inArray(jobPieces.jobId, tx.select({ id: jobs.id }).from(jobs).where(ended)));
    await tx.update(jobs).set({ input: {}, cursor: null }).where(ended);
    await tx.delete(importPieces).where(inArray(importPieces.importId, tx.select({ id: signatureImports.id }).from(signatureImports).where(eq(signatureImports.campaignId, campaignId))));
    await tx.update(signatureImports).set({ title: "signatures.csv", droppedAt: now }).where(eq(signatureImports.campaignId, campaignId));
    const [row] = await tx.select({ signatures: count() }).from(signatures).where(eq(signatures.campaignId, campaignId));
    await writeAudit(
      tx,
      { campaignId, by: null, act: "erased", subject: "campaign", subjectId: campaignId, title: done.name, after: { signatures: row?.signatures ?? 0 } },
      now,
    );
    await notify(tx, "published", done.slug);
  });
}
