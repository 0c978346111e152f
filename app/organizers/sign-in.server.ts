import { and, eq, gt, isNull } from "drizzle-orm";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { organizerSessions, signInLinks } from "#db/schema/index.ts";
import { sessionExpiry } from "./sign-in-rules.ts";

export type SignIn = { outcome: "signed in"; sessionToken: string } | { outcome: "expired" | "unknown" };

/** A link works once: of many that come at the same time, one gets a session. "expired" is also a used one. */
export async function signIn(token: string, now: Date = new Date()): Promise<SignIn> {
  return db.transaction(async (tx) => {
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: now })
      .where(and(eq(signInLinks.tokenHash, hashToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)))
      .returning({ organizerId: signInLinks.organizerId });
    if (link) return { outcome: "signed in", sessionToken: await startSession(tx, link.organizerId, now) };
    return { outcome: (await exists(tx, token)) ? "expired" : "unknown" };
  });
}

/** Whether the link would work now; asking does not use it up. */
export async function isSignInLinkGood(token: string, now: Date = new Date()): Promise<boolean> {
  const [link] = await db
    .select({ tokenHash: signInLinks.tokenHash })
    .from(signInLinks)
    .where(and(eq(signInLinks.tokenHash, hashToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)));
  return link !== undefined;
}

export async function startSession(tx: Transaction, organizerId: string, now: Date) {
  const sessionToken = newToken();
  await tx
    .insert(organizerSessions)
    .values({ tokenHash: hashToken(sessionToken), organizerId, expiresAt: sessionExpiry(now), createdAt: now });
  return sessionToken;
}

async function exists(tx: Transaction, token: string) {
  const [link] = await tx
    .select({ tokenHash: signInLinks.tokenHash })
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, hashToken(token)));
  return link !== undefined;
}
