import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { screenedSignings, signatureLinks, signerSessions } from "#db/schema/index.ts";

/** From where it was signed, for the few days that this is kept. Not what was thought of it: that is told to nobody who may be attacking. */
export async function listTraces(signatureId: string) {
  return db
    .select({ network: screenedSignings.network, at: screenedSignings.createdAt })
    .from(screenedSignings)
    .where(eq(screenedSignings.signatureId, signatureId))
    .orderBy(asc(screenedSignings.createdAt));
}

/** Links that open this page: when each was made and until when it works. The links themselves are not kept. */
export async function listOwnLinks(signatureIds: string[]) {
  if (signatureIds.length === 0) return [];
  return db
    .select({ madeAt: signatureLinks.createdAt, worksUntil: signatureLinks.expiresAt })
    .from(signatureLinks)
    .where(and(inArray(signatureLinks.signatureId, signatureIds), eq(signatureLinks.purpose, "me")))
    .orderBy(asc(signatureLinks.createdAt));
}

/** Browsers that have proven the address. Others who merely typed it may be other people: what they typed is theirs. */
export async function listOwnSessions(canonicalEmail: string, campaignIds: string[]) {
  if (campaignIds.length === 0) return [];
  return db
    .select({ provenAt: signerSessions.provenAt, worksUntil: signerSessions.expiresAt })
    .from(signerSessions)
    .where(and(inArray(signerSessions.campaignId, campaignIds), eq(signerSessions.canonicalEmail, canonicalEmail), isNotNull(signerSessions.provenAt)));
}
