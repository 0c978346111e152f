import { and, asc, eq, notExists, sql as raw } from "drizzle-orm";
import { findLastEditor } from "#app/audit/last-editor.server.ts";
import { type AuditValues, changesBetween } from "#app/audit/words.ts";
import type { AuditEntry } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, demands, stances } from "#db/schema/index.ts";
import type { DemandValues } from "./demand-form.ts";
import { type LockedCampaign, lockCampaign, tellOfChanges } from "./locked.server.ts";
import { placed } from "./placed.ts";
import { seenOf } from "./seen.server.ts";
import type { ChangedMeanwhile, Seen } from "./settings.server.ts";
import { suggestSlug } from "./slug.ts";

interface Demand {
  campaignId: string;
  demandId: string;
  by: string;
}

/** One demand of this campaign, with what its form shows and what that form was opened at. */
export async function findDemand(campaignId: string, slug: string) {
  const [found] = await db
    .select({ id: demands.id, slug: demands.slug, revision: campaigns.revision, ...columns })
    .from(demands)
    .innerJoin(campaigns, eq(campaigns.id, demands.campaignId))
    .where(and(eq(demands.campaignId, campaignId), eq(demands.slug, slug)));
  if (!found) return undefined;
  const { id, slug: ownSlug, revision, ...values } = found;
  return { id, slug: ownSlug, revision, values, seen: seenOf(values) };
}

/** Puts a demand behind the others. The id is the form's, so that sending it twice adds one. */
export async function addDemand({ campaignId, demandId: id, by, values }: Demand & { values: DemandValues }): Promise<{ outcome: "added" | "added before" }> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const asked = await listOrder(tx, campaignId);
    if (asked.some((demand) => demand.id === id)) return { outcome: "added before" };
    const slug = freeSlug(suggestSlug(values.shortTitle) || "demand", asked.map((demand) => demand.slug));
    const position = Math.max(-1, ...asked.map((demand) => demand.position)) + 1;
    const [added] = await tx.insert(demands).values({ id, campaignId, slug, position, ...values }).onConflictDoNothing().returning({ id: demands.id });
    if (!added) return { outcome: "added before" };
    await tell(tx, campaign, { by, act: "created", subjectId: id, title: values.title, after: { ...values } });
    return { outcome: "added" };
  });
}

/** The same rule as for settings: see `changeSettings`. */
export async function changeDemand(
  { campaignId, demandId, by, values, ...form }: Demand & { values: DemandValues } & Seen,
  now: Date = new Date(),
): Promise<{ outcome: "saved" | "unchanged" | "gone" } | ChangedMeanwhile> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const [theirs] = await tx.select(columns).from(demands).where(own(campaignId, demandId));
    if (!theirs) return { outcome: "gone" };
    if (campaign.revision !== form.revision && seenOf(theirs) !== form.seen) {
      const editor = await findLastEditor(tx, { campaignId, subject: "demand", subjectId: demandId }, now);
      return { outcome: "changed meanwhile", theirs, revision: campaign.revision, ...editor };
    }
    const changes = changesBetween<AuditValues>(theirs, values);
    if (!changes) return { outcome: "unchanged" };
    await tx.update(demands).set(values).where(own(campaignId, demandId));
    await tell(tx, campaign, { by, act: "changed", subjectId: demandId, title: values.title, ...changes });
    return { outcome: "saved" };
  });
}

/** Moves a demand to a place in the order, counted from 0: doing so twice is doing it once. */
export async function placeDemand({ campaignId, demandId, by, place }: Demand & { place: number }): Promise<{ outcome: "placed" | "unchanged" | "gone" }> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const before = await listOrder(tx, campaignId);
    const moved = before.find(({ id }) => id === demandId);
    if (!moved) return { outcome: "gone" };
    const after = placed(before, moved, place);
    if (after.every((demand, position) => demand === before[position])) return { outcome: "unchanged" };
    // No two demands share a position, not even for a moment: so all step aside first.
    await tx.update(demands).set({ position: raw`-1 - ${demands.position}` }).where(eq(demands.campaignId, campaignId));
    for (const [position, { id }] of after.entries()) await tx.update(demands).set({ position }).where(own(campaignId, id));
    const order = (list: typeof after) => ({ order: list.map(({ title }) => title) });
    await tell(tx, campaign, { by, act: "changed", subjectId: demandId, title: moved.title, before: order(before), after: order(after) });
    return { outcome: "placed" };
  });
}

/** Takes a demand off the list, unless retailers' stances rest on it, drafts of them too: then it stays. */
export async function removeDemand({ campaignId, demandId, by }: Demand): Promise<{ outcome: "removed" | "gone" | "has stances" }> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    // Locked first: whoever records a stance on it just now is waited for, and then seen.
    const [demand] = await tx.select({ title: demands.title }).from(demands).where(own(campaignId, demandId)).for("update");
    if (!demand) return { outcome: "gone" };
    const isFree = notExists(tx.select({ id: stances.id }).from(stances).where(eq(stances.demandId, demandId)));
    const removed = await tx.delete(demands).where(and(own(campaignId, demandId), isFree)).returning({ id: demands.id });
    if (removed.length === 0) return { outcome: "has stances" };
    await tell(tx, campaign, { by, act: "removed", subjectId: demandId, title: demand.title });
    return { outcome: "removed" };
  });
}

const columns = {
  title: demands.title,
  shortTitle: demands.shortTitle,
  summary: demands.summary,
  why: demands.why,
  standardUrl: demands.standardUrl,
};

function listOrder(tx: Transaction, campaignId: string) {
  return tx
    .select({ id: demands.id, slug: demands.slug, title: demands.title, position: demands.position })
    .from(demands)
    .where(eq(demands.campaignId, campaignId))
    .orderBy(asc(demands.position));
}

function own(campaignId: string, demandId: string) {
  return and(eq(demands.campaignId, campaignId), eq(demands.id, demandId));
}

function tell(tx: Transaction, campaign: LockedCampaign, entry: Omit<AuditEntry, "campaignId" | "subject">) {
  return tellOfChanges(tx, campaign, [{ subject: "demand", ...entry }]);
}

function freeSlug(wished: string, taken: string[]) {
  let slug = wished;
  for (let turn = 2; taken.includes(slug); turn += 1) slug = `${wished}-${turn}`;
  return slug;
}
