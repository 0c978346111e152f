import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 } from "uuid";
import { writeAudit } from "#app/audit/write.server.ts";
import { type AuditAct, type AuditValues, changesBetween } from "#app/audit/words.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, organizers, paperCounts } from "#db/schema/index.ts";
import type { PaperValues } from "./paper-form.ts";

const LISTED = 500;

interface Desk {
  campaignId: string;
  by: string;
}

const shownColumns = {
  id: paperCounts.id, place: paperCounts.place, countedOn: paperCounts.countedOn, number: paperCounts.number, note: paperCounts.note,
  recordedBy: organizers.name, removedAt: paperCounts.removedAt, removalReason: paperCounts.removalReason,
};

/** The latest days first; removed ones stand among them with the reason. */
export async function listPaperCounts(campaignId: string) {
  return select(eq(paperCounts.campaignId, campaignId)).orderBy(desc(paperCounts.countedOn), desc(paperCounts.id)).limit(LISTED);
}

/** One that counts still. */
export async function findPaperCount(campaignId: string, id: string) {
  const [count] = await select(and(eq(paperCounts.campaignId, campaignId), hasId(paperCounts.id, id), isNull(paperCounts.removedAt)));
  return count;
}

function select(which: ReturnType<typeof and>) {
  return db.select(shownColumns).from(paperCounts).innerJoin(organizers, eq(organizers.id, paperCounts.recordedBy)).where(which);
}

/** The form's own id, so that sending it twice counts once. */
export async function addPaperCount({ campaignId, by }: Desk, id: string | undefined, values: PaperValues, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [added] = await tx
      .insert(paperCounts)
      .values({ id: id ?? v7(), campaignId, recordedBy: by, createdAt: now, ...values })
      .onConflictDoNothing()
      .returning({ id: paperCounts.id });
    if (!added) return { outcome: "added before" } as const;
    await tell(tx, { campaignId, by, act: "recorded", id: added.id, title: values.place, after: values }, now);
    return { outcome: "added" } as const;
  });
}

/** What stood there before is in the log. */
export async function correctPaperCount({ campaignId, by }: Desk, id: string, values: PaperValues, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const isThere = and(eq(paperCounts.campaignId, campaignId), hasId(paperCounts.id, id), isNull(paperCounts.removedAt));
    const [before] = await tx.select().from(paperCounts).where(isThere).for("update");
    if (!before) return { outcome: "gone" } as const;
    const { place, countedOn, number, note } = before;
    const changes = changesBetween({ place, countedOn, number, note }, values);
    if (!changes) return { outcome: "unchanged" } as const;
    await tx.update(paperCounts).set(values).where(isThere);
    await tell(tx, { campaignId, by, act: "corrected", id: before.id, title: values.place, ...changes }, now);
    return { outcome: "corrected" } as const;
  });
}

export async function removePaperCount({ campaignId, by }: Desk, id: string, reason: string, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [removed] = await tx
      .update(paperCounts)
      .set({ removedAt: now, removedBy: by, removalReason: reason })
      .where(and(eq(paperCounts.campaignId, campaignId), hasId(paperCounts.id, id), isNull(paperCounts.removedAt)))
      .returning({ id: paperCounts.id, place: paperCounts.place, number: paperCounts.number });
    if (!removed) return { outcome: "gone" } as const;
    await tell(tx, { campaignId, by, act: "removed", id: removed.id, title: removed.place, after: { number: removed.number, reason } }, now);
    return { outcome: "removed" } as const;
  });
}

interface Telling extends Desk {
  act: AuditAct;
  id: string;
  title: string;
  before?: AuditValues;
  after: AuditValues;
}

/** The log has it, and public pages say the new number. */
async function tell(tx: Transaction, { id, ...entry }: Telling, now: Date) {
  await writeAudit(tx, { subject: "paper count", subjectId: id, ...entry }, now);
  const [campaign] = await tx.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, entry.campaignId));
  if (campaign) await notify(tx, "published", campaign.slug);
}
