import { and, eq, gt, isNull } from "drizzle-orm";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { organizerSessions, signInLinks } from "#db/schema/index.ts";
import type { PasskeyAnswer } from "./passkey-answer.ts";
import { checkPasskey } from "./passkeys.server.ts";
import { isOpen } from "./session.server.ts";
import { sessionExpiry } from "./sign-in-rules.ts";

export type SignIn = { outcome: "signed in"; sessionToken: string } | { outcome: "expired" | "unknown" };

/** The browser that signs in. */
export interface Visitor {
  /** In words, for the list of sessions. */
  browser?: string;
  /** The session that it still has, which ends with this one. */
  sessionToken?: string | undefined;
}

/** A link works once: of many that come at the same time, one gets a session. "expired" is also a used one. */
export async function signIn(token: string, now: Date = new Date(), visitor: Visitor = {}): Promise<SignIn> {
  return db.transaction(async (tx) => {
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: now })
      .where(and(eq(signInLinks.tokenHash, hashToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)))
      .returning({ organizerId: signInLinks.organizerId });
    if (!link) return { outcome: (await exists(tx, token)) ? "expired" : "unknown" };
    return { outcome: "signed in", sessionToken: await signInByMail(tx, link.organizerId, visitor, now) };
  });
}

/** For whoever has just proven that a mail to this organizer reached them. */
export async function signInByMail(tx: Transaction, organizerId: string, visitor: Visitor, now: Date) {
  const before = await replaceSession(tx, visitor, now);
  // Who proves the mailbox once more from the same browser has not lost the second step that it gave.
  const secondStepAt = before?.organizerId === organizerId ? before.secondStepAt : null;
  return startSession(tx, { organizerId, secondStepAt }, visitor, now);
}

/** A passkey that knows its person is two steps at once. */
export async function signInByPasskey(
  answer: PasskeyAnswer,
  now: Date = new Date(),
  visitor: Visitor = {},
): Promise<{ outcome: "signed in"; sessionToken: string } | { outcome: "refused" }> {
  const organizerId = await checkPasskey(answer, null, now);
  if (!organizerId) return { outcome: "refused" };
  return db.transaction(async (tx) => {
    await replaceSession(tx, visitor, now);
    return { outcome: "signed in", sessionToken: await startSession(tx, { organizerId, secondStepAt: now }, visitor, now) };
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

/** Always a new token: one that somebody had put into this browser before opens nothing afterwards. */
async function startSession(
  tx: Transaction,
  way: { organizerId: string; secondStepAt: Date | null },
  { browser }: Visitor,
  now: Date,
) {
  const sessionToken = newToken();
  await tx.insert(organizerSessions).values({
    tokenHash: hashToken(sessionToken),
    ...way,
    ...(browser ? { browser } : {}),
    provenAt: now,
    lastSeenAt: now,
    expiresAt: sessionExpiry(now),
    createdAt: now,
  });
  return sessionToken;
}

async function replaceSession(tx: Transaction, { sessionToken }: Visitor, now: Date) {
  if (!sessionToken) return undefined;
  const [before] = await tx
    .delete(organizerSessions)
    .where(and(eq(organizerSessions.tokenHash, hashToken(sessionToken)), isOpen(now)))
    .returning({ organizerId: organizerSessions.organizerId, secondStepAt: organizerSessions.secondStepAt });
  return before;
}

async function exists(tx: Transaction, token: string) {
  const [link] = await tx
    .select({ tokenHash: signInLinks.tokenHash })
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, hashToken(token)));
  return link !== undefined;
}
