import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { hashToken } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, coSignRequests } from "#db/schema/index.ts";
import { lastUnconfirmed } from "./request-days.ts";

/** What a mailed link shows before anything is done with it; undefined for one that is not known, or too old. */
export async function findCoSignRequest(token: string, now: Date = new Date()) {
  const [found] = await db
    .select({
      organisation: coSignRequests.organisation,
      url: coSignRequests.url,
      contactName: coSignRequests.contactName,
      contactRole: coSignRequests.contactRole,
      why: coSignRequests.why,
      state: coSignRequests.state,
      mailedAt: coSignRequests.mailedAt,
      campaign: { slug: campaigns.slug, name: campaigns.name, isSample: campaigns.isSample, accent: campaigns.accent, logoHash: campaigns.logoHash, privacyContact: campaigns.privacyContact },
    })
    .from(coSignRequests)
    .innerJoin(campaigns, eq(campaigns.id, coSignRequests.campaignId))
    .where(eq(coSignRequests.tokenHash, hashToken(token)));
  if (!found || (found.state === "asked" && found.mailedAt <= lastUnconfirmed(now))) return undefined;
  const { mailedAt: _, ...request } = found;
  return request;
}

/** Confirming twice is confirming once. */
export async function confirmCoSignRequest(token: string, now: Date = new Date()): Promise<{ outcome: "confirmed" | "unknown" }> {
  const [confirmed] = await db
    .update(coSignRequests)
    .set({ state: "confirmed", confirmedAt: now })
    .where(and(eq(coSignRequests.tokenHash, hashToken(token)), eq(coSignRequests.state, "asked"), gt(coSignRequests.mailedAt, lastUnconfirmed(now))))
    .returning({ id: coSignRequests.id });
  if (confirmed) return { outcome: "confirmed" };
  return { outcome: (await findCoSignRequest(token, now)) ? "confirmed" : "unknown" };
}

/** "It wasn't me": nothing of it is kept. What the organizers have decided stands. */
export async function denyCoSignRequest(token: string): Promise<{ outcome: "removed" | "unknown" }> {
  const removed = await db
    .delete(coSignRequests)
    .where(and(eq(coSignRequests.tokenHash, hashToken(token)), inArray(coSignRequests.state, ["asked", "confirmed"])))
    .returning({ id: coSignRequests.id });
  return { outcome: removed.length > 0 ? "removed" : "unknown" };
}

/** For the clock. */
export async function forgetUnconfirmedRequests(now: Date = new Date()) {
  await db.delete(coSignRequests).where(and(eq(coSignRequests.state, "asked"), lte(coSignRequests.mailedAt, lastUnconfirmed(now))));
}
