import { and, asc, eq } from "drizzle-orm";
import { type AuditEntry, writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, messages, openings, responses, retailers, targets } from "#db/schema/index.ts";

interface TargetStep {
  campaignId: string;
  retailerSlug: string;
  by: string;
}

/** Makes a retailer of the directory a target of this campaign, behind the others. A campaign of made-up retailers takes no real one, and the other way round. */
export async function addTarget({ campaignId, retailerSlug, by }: TargetStep): Promise<{ outcome: "added" | "added before" | "gone" }> {
  return db.transaction(async (tx) => {
    const campaign = await lock(tx, campaignId);
    const [retailer] = await tx
      .select({ id: retailers.id, name: retailers.name })
      .from(retailers)
      .where(and(eq(retailers.slug, retailerSlug), eq(retailers.isSample, campaign.isSample)));
    if (!retailer) return { outcome: "gone" };
    const order = await listOrder(tx, campaignId);
    const position = Math.max(-1, ...order.map((target) => target.position)) + 1;
    const [added] = await tx.insert(targets).values({ campaignId, retailerId: retailer.id, position }).onConflictDoNothing().returning({ id: targets.id });
    if (!added) return { outcome: "added before" };
    await tell(tx, campaign, { by, act: "created", subjectId: added.id, title: retailer.name });
    return { outcome: "added" };
  });
}

/** Moves a target to a place in the order, counted from 0: doing so twice is doing it once. */
export async function placeTarget({ campaignId, retailerSlug, by, place }: TargetStep & { place: number }): Promise<{ outcome: "placed" | "unchanged" | "gone" }> {
  return db.transaction(async (tx) => {
    const campaign = await lock(tx, campaignId);
    const before = await listOrder(tx, campaignId);
    const moved = before.find(({ slug }) => slug === retailerSlug);
    if (!moved) return { outcome: "gone" };
    const after = before.filter((target) => target !== moved).toSpliced(Math.max(0, place), 0, moved);
    if (after.every((target, position) => target === before[position])) return { outcome: "unchanged" };
    for (const [position, { id }] of after.entries()) await tx.update(targets).set({ position }).where(eq(targets.id, id));
    const order = (list: typeof after) => ({ order: list.map(({ name }) => name) });
    await tell(tx, campaign, { by, act: "changed", subjectId: moved.id, title: moved.name, before: order(before), after: order(after) });
    return { outcome: "placed" };
  });
}

/** When the letter reached it; the days of silence count from there. */
export async function setAskedOn({ campaignId, retailerSlug, by, askedOn }: TargetStep & { askedOn: string | null }): Promise<{ outcome: "set" | "unchanged" | "gone" }> {
  return db.transaction(async (tx) => {
    const campaign = await lock(tx, campaignId);
    const target = (await listOrder(tx, campaignId)).find(({ slug }) => slug === retailerSlug);
    if (!target) return { outcome: "gone" };
    if (target.askedOn === askedOn) return { outcome: "unchanged" };
    await tx.update(targets).set({ askedOn }).where(eq(targets.id, target.id));
    await tell(tx, campaign, { by, act: "changed", subjectId: target.id, title: target.name, before: { askedOn: target.askedOn }, after: { askedOn } });
    return { outcome: "set" };
  });
}

/** Takes a retailer out of the campaign while nothing hangs on it: no message, no opening, no response. */
export async function removeTarget({ campaignId, retailerSlug, by }: TargetStep): Promise<{ outcome: "removed" | "gone" | "in use" }> {
  return db.transaction(async (tx) => {
    const campaign = await lock(tx, campaignId);
    const target = (await listOrder(tx, campaignId)).find(({ slug }) => slug === retailerSlug);
    if (!target) return { outcome: "gone" };
    // Locked first: whoever writes to it just now is waited for, and then seen.
    await tx.select({ id: targets.id }).from(targets).where(eq(targets.id, target.id)).for("update");
    for (const table of [messages, openings, responses]) {
      const hanging = await tx.select({ id: table.id }).from(table).where(eq(table.targetId, target.id)).limit(1);
      if (hanging.length > 0) return { outcome: "in use" };
    }
    await tx.delete(targets).where(eq(targets.id, target.id));
    await tell(tx, campaign, { by, act: "removed", subjectId: target.id, title: target.name });
    return { outcome: "removed" };
  });
}

type LockedCampaign = Awaited<ReturnType<typeof lock>>;

async function lock(tx: Transaction, campaignId: string) {
  const [campaign] = await tx
    .select({ id: campaigns.id, slug: campaigns.slug, state: campaigns.state, isSample: campaigns.isSample })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for("update");
  if (!campaign) throw new Error("The campaign is gone.");
  return campaign;
}

function listOrder(tx: Transaction, campaignId: string) {
  return tx
    .select({ id: targets.id, slug: retailers.slug, name: retailers.name, askedOn: targets.askedOn, position: targets.position })
    .from(targets)
    .innerJoin(retailers, eq(retailers.id, targets.retailerId))
    .where(eq(targets.campaignId, campaignId))
    .orderBy(asc(targets.position), asc(retailers.name));
}

async function tell(tx: Transaction, { id, slug, state }: LockedCampaign, entry: Omit<AuditEntry, "campaignId" | "subject">) {
  await writeAudit(tx, { campaignId: id, subject: "target", ...entry });
  if (state !== "draft") await notify(tx, "published", slug);
}
