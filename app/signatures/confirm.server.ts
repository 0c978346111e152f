import { and, eq, gt, inArray, ne, sql as raw, type SQLWrapper } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { campaigns, messages, signatureLinks, signatures, signerSessions } from "#db/schema/index.ts";
import { hashToken } from "#app/tokens.server.ts";
import { CODE_HOURS, hoursAfter, LINKED_STATES } from "./links.ts";
import { linkToMe } from "./me-link.server.ts";
import { releaseMessages } from "./release-messages.server.ts";
import { startProvenSession } from "./session.server.ts";

/**
 * Confirms the signature that a mailed link belongs to and lets go of the messages that its owner ticked.
 * Confirming twice is confirming once; the second time says so and still releases what was ticked.
 */
export async function confirmSignature(token: string, { releasedMessageIds }: { releasedMessageIds: string[] }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const link = await findConfirmLink(tx, token);
    if (!link) return { outcome: "unknown" } as const;
    if (link.expiresAt <= now) return { outcome: "expired", campaignSlug: link.campaignSlug } as const;
    const hasChanged = await confirm(tx, link.signatureId, now);
    const { campaignSlug } = link;
    // People post their confirmation link in public: an old one that has done its work opens nothing more.
    if (!hasChanged && link.createdAt < hoursAfter(now, -CODE_HOURS)) return { outcome: "already confirmed", campaignSlug } as const;
    await releaseMessages(tx, link.signatureId, inArray(messages.id, releasedMessageIds.filter(isId)), now);
    return {
      outcome: hasChanged ? "confirmed" : "already confirmed",
      campaignSlug,
      sessionToken: await startProvenSession(tx, link.signatureId, now),
      meToken: await linkToMe(tx, link.signatureId, now),
    } as const;
  });
}

/**
 * "It wasn't me": an unconfirmed request leaves no trace, and one to confirm a withdrawn signature anew can no longer
 * be granted. A confirmed signature is withdrawn from its own page.
 */
export async function denySignature(token: string, now: Date = new Date()) {
  const linked = db
    .select({ id: signatureLinks.signatureId })
    .from(signatureLinks)
    .where(and(eq(signatureLinks.tokenHash, hashToken(token)), eq(signatureLinks.purpose, "confirm"), gt(signatureLinks.expiresAt, now)));
  if ((await removeRequest(linked)) || (await revokeLinks(linked))) return { outcome: "removed" } as const;
  const [known] = await linked;
  return { outcome: known ? "already confirmed" : "unknown" } as const;
}

/** With all that came with it: its mails, and the sessions of whoever typed the address. */
async function removeRequest(linked: SQLWrapper) {
  return db.transaction(async (tx) => {
    const [removed] = await tx
      .delete(signatures)
      .where(and(inArray(signatures.id, linked), eq(signatures.state, "pending")))
      .returning({ id: signatures.id, campaignId: signatures.campaignId, canonicalEmail: signatures.canonicalEmail });
    if (!removed) return false;
    const { campaignId, canonicalEmail } = removed;
    await tx
      .delete(signerSessions)
      .where(and(eq(signerSessions.campaignId, campaignId), eq(signerSessions.canonicalEmail, canonicalEmail)));
    return true;
  });
}

async function revokeLinks(linked: SQLWrapper) {
  const withdrawn = db
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(inArray(signatures.id, linked), eq(signatures.state, "withdrawn")));
  const revoked = await db
    .delete(signatureLinks)
    .where(and(inArray(signatureLinks.signatureId, withdrawn), eq(signatureLinks.purpose, "confirm")))
    .returning({ tokenHash: signatureLinks.tokenHash });
  return revoked.length > 0;
}

/** True when this call confirmed it. A signature that was withdrawn may be confirmed anew; one that was removed may not. */
export async function confirm(tx: Transaction, signatureId: string, now: Date) {
  const [confirmed] = await tx
    .update(signatures)
    .set({
      state: "confirmed",
      confirmedAt: raw`coalesce(${signatures.confirmedAt}, ${now.toISOString()}::timestamptz)`,
      stateChangedAt: now,
    })
    .where(and(eq(signatures.id, signatureId), inArray(signatures.state, ["pending", "withdrawn"])))
    .returning({ id: signatures.id });
  return confirmed !== undefined;
}

async function findConfirmLink(tx: Transaction, token: string) {
  const [link] = await tx
    .select({
      signatureId: signatureLinks.signatureId,
      createdAt: signatureLinks.createdAt,
      expiresAt: signatureLinks.expiresAt,
      campaignSlug: campaigns.slug,
    })
    .from(signatureLinks)
    .innerJoin(signatures, eq(signatures.id, signatureLinks.signatureId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(
      and(
        eq(signatureLinks.tokenHash, hashToken(token)),
        eq(signatureLinks.purpose, "confirm"),
        inArray(signatures.state, LINKED_STATES),
        // Read anew once the lock is there: one that was erased meanwhile is nobody's to confirm.
        ne(signatures.email, ""),
      ),
    )
    // Confirmed and denied at the same time, it is one or the other.
    .for("no key update", { of: signatures });
  return link;
}
