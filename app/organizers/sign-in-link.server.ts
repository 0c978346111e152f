import { hashToken, newToken } from "#app/tokens.server.ts";
import type { db, Transaction } from "#db/client.server.ts";
import { signInLinks } from "#db/schema/index.ts";
import { linkExpiry } from "./sign-in-rules.ts";

/** Makes a link that signs this organizer in once, and returns its token, which is stored nowhere. */
export async function createSignInLink(tx: Transaction | typeof db, organizerId: string, now: Date = new Date()) {
  const token = newToken();
  await tx
    .insert(signInLinks)
    .values({ tokenHash: hashToken(token), organizerId, expiresAt: linkExpiry(now), createdAt: now });
  return token;
}
