import type { Transaction } from "#db/client.server.ts";
import { signatureLinks } from "#db/schema/index.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { daysAfter, LINK_DAYS } from "./links.ts";

/** A new link to a signer's own page. Older ones go on until they expire. */
export async function linkToMe(tx: Transaction, signatureId: string, now: Date) {
  const token = newToken();
  await tx
    .insert(signatureLinks)
    .values({ tokenHash: hashToken(token), signatureId, purpose: "me", expiresAt: daysAfter(now, LINK_DAYS), createdAt: now });
  return token;
}
