import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { lockCampaign, tellOfChanges } from "#app/campaigns/locked.server.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { coSigners, coSignRequests, partners } from "#db/schema/index.ts";
import type { CoalitionUrls } from "./coalition-urls.ts";
import { mailPartnerPage, type PartnersCampaign } from "./mail-partner-page.server.ts";
import { partnerKey } from "./partner-key.ts";

interface Decision {
  campaign: PartnersCampaign;
  requestId: string;
  by: string;
}

/** Whoever asked is forgotten here: from now on the partner's row has whom to mail, or nobody has. */
const WITHOUT_CONTACT = { contactName: "", contactRole: "", email: "" };

/**
 * The organisation signs from today, behind the others, and its contact is mailed its own link and page: all or
 * nothing. Those who decide come one after the other, and the second finds it decided.
 */
export async function approveCoSignRequest(
  { campaign, requestId, by, name, urls }: Decision & { name: string; urls: Omit<CoalitionUrls, "request"> },
  now: Date = new Date(),
): Promise<{ outcome: "approved" | "gone" | "name taken" }> {
  const token = newToken();
  return db.transaction(async (tx) => {
    const locked = await lockCampaign(tx, campaign.id);
    const request = await findWaiting(tx, campaign.id, requestId);
    if (!request) return { outcome: "gone" };
    const signed = await tx.select({ name: coSigners.name, position: coSigners.position, partner: coSigners.partner }).from(coSigners).where(eq(coSigners.campaignId, campaign.id));
    if (signed.some((other) => other.name.toLowerCase() === name.toLowerCase())) return { outcome: "name taken" };
    const partner = partnerKey(name, new Set(signed.flatMap((other) => other.partner ?? [])));
    const row = { id: v7(), name, url: request.url, joinedOn: dayOf(now), partner };
    await tx.insert(coSigners).values({ ...row, campaignId: campaign.id, position: Math.max(-1, ...signed.map(({ position }) => position)) + 1 });
    const { contactName, email } = request;
    await tx.insert(partners).values({ coSignerId: row.id, tokenHash: hashToken(token), contactName, email, createdAt: now });
    await tx
      .update(coSignRequests)
      .set({ ...WITHOUT_CONTACT, state: "approved", decidedAt: now, coSignerId: row.id })
      .where(eq(coSignRequests.id, requestId));
    await mailPartnerPage(tx, { campaign, organisation: name, partner, contactName, email, token, urls }, now);
    const { id: subjectId, ...after } = row;
    await tellOfChanges(tx, locked, [{ by, act: "approved", subject: "co-signer", subjectId, title: name, after }]);
    return { outcome: "approved" };
  });
}

/**
 * Mails nobody: organizers have the contact's address before them until then, and say such a thing better themselves
 * than the house in their name.
 */
export async function declineCoSignRequest({ campaign, requestId, by }: Decision, now: Date = new Date()): Promise<{ outcome: "declined" | "gone" }> {
  return db.transaction(async (tx) => {
    const locked = await lockCampaign(tx, campaign.id);
    const request = await findWaiting(tx, campaign.id, requestId);
    if (!request) return { outcome: "gone" };
    await tx.update(coSignRequests).set({ ...WITHOUT_CONTACT, state: "declined", decidedAt: now }).where(eq(coSignRequests.id, requestId));
    await tellOfChanges(tx, locked, [{ by, act: "declined", subject: "co-signer", subjectId: requestId, title: request.organisation }]);
    return { outcome: "declined" };
  });
}

/** Held until it is decided, also against "it wasn't me". */
async function findWaiting(tx: Transaction, campaignId: string, requestId: string) {
  const [request] = await tx
    .select()
    .from(coSignRequests)
    .where(and(eq(coSignRequests.id, requestId), eq(coSignRequests.campaignId, campaignId), eq(coSignRequests.state, "confirmed")))
    .for("update");
  return request;
}
