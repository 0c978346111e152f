import { and, desc, eq, gt } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { signatures, signerSessions } from "#db/schema/index.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { hoursAfter, SESSION_HOURS } from "./links.ts";

export type Signer = NonNullable<Awaited<ReturnType<typeof findSigner>>>;

/**
 * Who is writing. Name, country and address are what this browser typed: until the address is proven, nothing that
 * its owner once gave is shown to whoever typed it.
 */
export async function findSigner(campaignId: string, sessionToken: string | undefined, now: Date = new Date()) {
  if (!sessionToken) return undefined;
  const [found] = await db
    .select({
      sessionHash: signerSessions.tokenHash,
      email: signerSessions.email,
      name: signerSessions.name,
      country: signerSessions.country,
      provenAt: signerSessions.provenAt,
      createdAt: signerSessions.createdAt,
      mailAskedAt: signerSessions.mailAskedAt,
      signatureId: signatures.id,
      signatureState: signatures.state,
    })
    .from(signerSessions)
    .leftJoin(
      signatures,
      and(
        eq(signatures.campaignId, signerSessions.campaignId),
        eq(signatures.canonicalEmail, signerSessions.canonicalEmail),
      ),
    )
    .where(
      and(
        eq(signerSessions.tokenHash, hashToken(sessionToken)),
        eq(signerSessions.campaignId, campaignId),
        gt(signerSessions.expiresAt, now),
      ),
    )
    // Of two who share the address it is the one of this name.
    .orderBy(desc(eq(signatures.nameKey, signerSessions.nameKey)), signatures.seat)
    .limit(1);
  if (!found) return undefined;
  const { provenAt, signatureState, ...signer } = found;
  return {
    ...signer,
    isPending: signatureState === "pending",
    isConfirmed: provenAt !== null && signatureState === "confirmed",
  };
}

/** A session for whoever came by a mailed link: the address is proven by that. */
export async function startProvenSession(tx: Transaction, signatureId: string, now: Date) {
  const [owner] = await tx
    .select({
      campaignId: signatures.campaignId,
      canonicalEmail: signatures.canonicalEmail,
      email: signatures.email,
      name: signatures.name,
      nameKey: signatures.nameKey,
      country: signatures.country,
    })
    .from(signatures)
    .where(eq(signatures.id, signatureId));
  if (!owner) throw new Error("a session needs a signature");
  const token = newToken();
  await tx
    .insert(signerSessions)
    .values({ tokenHash: hashToken(token), ...owner, provenAt: now, expiresAt: hoursAfter(now, SESSION_HOURS) });
  return token;
}
