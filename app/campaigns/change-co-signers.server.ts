import { and, asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { type AuditValues, changesBetween } from "#app/audit/words.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, coSigners } from "#db/schema/index.ts";
import type { CoSignerValues } from "./co-signer-form.ts";
import { findLastEditor } from "#app/audit/last-editor.server.ts";
import { lockCampaign, tellOfChanges } from "./locked.server.ts";
import { placed } from "./placed.ts";
import { seenOf } from "./seen.server.ts";
import type { ChangedMeanwhile, Seen } from "./settings.server.ts";

interface CoSigner {
  campaignId: string;
  coSignerId: string;
  by: string;
}

/** One co-signer of this campaign, with what its form shows and what that form was opened at. */
export async function findCoSigner(campaignId: string, coSignerId: string) {
  const [found] = await db
    .select({ revision: campaigns.revision, ...columns })
    .from(coSigners)
    .innerJoin(campaigns, eq(campaigns.id, coSigners.campaignId))
    .where(own(campaignId, coSignerId));
  if (!found) return undefined;
  const { revision, ...values } = found;
  return { id: coSignerId, revision, values, seen: seenOf(values) };
}

/** Puts organisations behind the others. A name that is on the list already is passed over, so that sending a form twice adds each once. */
export async function addCoSigners({ campaignId, by, values }: Pick<CoSigner, "campaignId" | "by"> & { values: CoSignerValues[] }): Promise<{ added: number }> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const signed = await listOrder(tx, campaignId);
    const names = new Set(signed.map(({ name }) => name.toLowerCase()));
    const fresh = values.filter(({ name }) => !names.has(name.toLowerCase()) && names.add(name.toLowerCase()));
    if (fresh.length === 0) return { added: 0 };
    const first = Math.max(-1, ...signed.map(({ position }) => position)) + 1;
    const rows = fresh.map((coSigner, index) => ({ id: v7(), campaignId, position: first + index, ...coSigner }));
    await tx.insert(coSigners).values(rows);
    await tellOfChanges(tx, campaign, rows.map(({ id, name, url, joinedOn }) => ({ by, act: "created", subject: "co-signer", subjectId: id, title: name, after: { name, url, joinedOn } })));
    return { added: fresh.length };
  });
}

/** The same rule as for settings: see `changeSettings`. */
export async function changeCoSigner(
  { campaignId, coSignerId, by, values, ...form }: CoSigner & { values: CoSignerValues } & Seen,
  now: Date = new Date(),
): Promise<{ outcome: "saved" | "unchanged" | "gone" | "name taken" } | ChangedMeanwhile> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const [theirs] = await tx.select(columns).from(coSigners).where(own(campaignId, coSignerId));
    if (!theirs) return { outcome: "gone" };
    if (campaign.revision !== form.revision && seenOf(theirs) !== form.seen) {
      const editor = await findLastEditor(tx, { campaignId, subject: "co-signer", subjectId: coSignerId }, now);
      return { outcome: "changed meanwhile", theirs, revision: campaign.revision, ...editor };
    }
    const changes = changesBetween<AuditValues>(theirs, { ...values });
    if (!changes) return { outcome: "unchanged" };
    // Whoever adds or renames one holds the same lock, so the answer stays true until this is written.
    const others = (await listOrder(tx, campaignId)).filter(({ id }) => id !== coSignerId);
    if (others.some(({ name }) => name.toLowerCase() === values.name.toLowerCase())) return { outcome: "name taken" };
    await tx.update(coSigners).set(values).where(own(campaignId, coSignerId));
    await tellOfChanges(tx, campaign, [{ by, act: "changed", subject: "co-signer", subjectId: coSignerId, title: values.name, ...changes }]);
    return { outcome: "saved" };
  });
}

/** Moves one to a place in the order, counted from 0: doing so twice is doing it once. */
export async function placeCoSigner({ campaignId, coSignerId, by, place }: CoSigner & { place: number }): Promise<{ outcome: "placed" | "unchanged" | "gone" }> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const before = await listOrder(tx, campaignId);
    const moved = before.find(({ id }) => id === coSignerId);
    if (!moved) return { outcome: "gone" };
    const after = placed(before, moved, place);
    if (after.every((coSigner, position) => coSigner === before[position])) return { outcome: "unchanged" };
    for (const [position, { id }] of after.entries()) await tx.update(coSigners).set({ position }).where(own(campaignId, id));
    const order = (list: typeof after) => ({ order: list.map(({ name }) => name) });
    await tellOfChanges(tx, campaign, [{ by, act: "changed", subject: "co-signer", subjectId: coSignerId, title: moved.name, before: order(before), after: order(after) }]);
    return { outcome: "placed" };
  });
}

export async function removeCoSigner({ campaignId, coSignerId, by }: CoSigner): Promise<{ outcome: "removed" | "gone" }> {
  return db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const [removed] = await tx.delete(coSigners).where(own(campaignId, coSignerId)).returning(columns);
    if (!removed) return { outcome: "gone" };
    await tellOfChanges(tx, campaign, [{ by, act: "removed", subject: "co-signer", subjectId: coSignerId, title: removed.name, before: removed }]);
    return { outcome: "removed" };
  });
}

function listOrder(tx: Transaction, campaignId: string) {
  return tx
    .select({ id: coSigners.id, position: coSigners.position, ...columns })
    .from(coSigners)
    .where(eq(coSigners.campaignId, campaignId))
    .orderBy(asc(coSigners.position), asc(coSigners.name));
}

const columns = { name: coSigners.name, url: coSigners.url, joinedOn: coSigners.joinedOn };

function own(campaignId: string, coSignerId: string) {
  return and(eq(coSigners.campaignId, campaignId), eq(coSigners.id, coSignerId));
}
