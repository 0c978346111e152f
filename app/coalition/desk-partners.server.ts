import { and, asc, eq, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { lockCampaign, tellOfChanges } from "#app/campaigns/locked.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { coSigners, coSignRequests, partners } from "#db/schema/index.ts";
import type { CoalitionUrls } from "./coalition-urls.ts";
import { mailPartnerPage, type PartnersCampaign } from "./mail-partner-page.server.ts";
import { partnerKey } from "./partner-key.ts";

const SHOWN = 200;

interface Step {
  campaign: PartnersCampaign;
  coSignerId: string;
  by: string;
}

/** Requests that wait for the organizers, the oldest first. */
export async function listCoSignRequests(campaignId: string) {
  return db
    .select({
      id: coSignRequests.id,
      organisation: coSignRequests.organisation,
      url: coSignRequests.url,
      contactName: coSignRequests.contactName,
      contactRole: coSignRequests.contactRole,
      email: coSignRequests.email,
      why: coSignRequests.why,
      confirmedAt: coSignRequests.confirmedAt,
    })
    .from(coSignRequests)
    .where(and(eq(coSignRequests.campaignId, campaignId), eq(coSignRequests.state, "confirmed")))
    .orderBy(asc(coSignRequests.confirmedAt))
    .limit(SHOWN);
}

/** Every co-signer, with its link and whether it has a page of its own. */
export async function listPartners(campaignId: string) {
  return db
    .select({
      id: coSigners.id,
      name: coSigners.name,
      partner: coSigners.partner,
      email: partners.email,
      mayDownload: partners.mayDownload,
      downloadedAt: partners.downloadedAt,
    })
    .from(coSigners)
    .leftJoin(partners, eq(partners.coSignerId, coSigners.id))
    .where(eq(coSigners.campaignId, campaignId))
    .orderBy(asc(coSigners.position), asc(coSigners.name));
}

/** A link of its own for a co-signer that was typed in. */
export async function givePartnerLink({ campaign, coSignerId, by }: Step): Promise<{ outcome: "given" | "already so" | "gone" }> {
  return db.transaction(async (tx) => {
    const locked = await lockCampaign(tx, campaign.id);
    const signed = await tx.select({ id: coSigners.id, name: coSigners.name, partner: coSigners.partner }).from(coSigners).where(eq(coSigners.campaignId, campaign.id));
    const own = signed.find(({ id }) => id === coSignerId);
    if (!own) return { outcome: "gone" };
    if (own.partner !== null) return { outcome: "already so" };
    const partner = partnerKey(own.name, new Set(signed.flatMap((other) => other.partner ?? [])));
    await tx.update(coSigners).set({ partner }).where(and(eq(coSigners.id, coSignerId), isNull(coSigners.partner)));
    await tellOfChanges(tx, locked, [{ by, act: "changed", subject: "co-signer", subjectId: coSignerId, title: own.name, before: { partner: null }, after: { partner } }]);
    return { outcome: "given" };
  });
}

/** A new link to the partner's page, mailed to its contact; the old one opens nothing from now on. */
export async function renewPartnerPage({ campaign, coSignerId, by, urls }: Step & { urls: Omit<CoalitionUrls, "request"> }, now: Date = new Date()): Promise<{ outcome: "renewed" | "gone" }> {
  const token = newToken();
  return db.transaction(async (tx) => {
    const own = await findOwn(tx, campaign.id, coSignerId);
    if (!own?.partner) return { outcome: "gone" };
    const [renewed] = await tx
      .update(partners)
      .set({ tokenHash: hashToken(token), codeHash: null })
      .where(eq(partners.coSignerId, coSignerId))
      .returning({ contactName: partners.contactName, email: partners.email });
    if (!renewed) return { outcome: "gone" };
    await mailPartnerPage(tx, { campaign, organisation: own.name, partner: own.partner, ...renewed, token, urls }, now);
    await writeAudit(tx, { campaignId: campaign.id, by, act: "changed", subject: "co-signer", subjectId: coSignerId, title: own.name, after: { partnerPage: "a new link" } }, now);
    return { outcome: "renewed" };
  });
}

/** One more download of the contacts that agreed, after one was made. */
export async function allowDownload({ campaign, coSignerId, by }: Step, now: Date = new Date()): Promise<{ outcome: "allowed" | "already so" | "gone" }> {
  return db.transaction(async (tx) => {
    const own = await findOwn(tx, campaign.id, coSignerId);
    if (!own) return { outcome: "gone" };
    const allowed = await tx
      .update(partners)
      .set({ mayDownload: true })
      .where(and(eq(partners.coSignerId, coSignerId), eq(partners.mayDownload, false)))
      .returning({ coSignerId: partners.coSignerId });
    if (allowed.length === 0) return { outcome: "already so" };
    await writeAudit(tx, { campaignId: campaign.id, by, act: "changed", subject: "co-signer", subjectId: coSignerId, title: own.name, after: { mayDownload: true } }, now);
    return { outcome: "allowed" };
  });
}

async function findOwn(tx: Transaction, campaignId: string, coSignerId: string) {
  const [own] = await tx
    .select({ name: coSigners.name, partner: coSigners.partner })
    .from(coSigners)
    .where(and(eq(coSigners.id, coSignerId), eq(coSigners.campaignId, campaignId)));
  return own;
}
