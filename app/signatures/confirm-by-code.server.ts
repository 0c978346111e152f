import { and, desc, eq, gt, inArray, isNotNull, lt, ne, sql as raw } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, consents, messages, signatureLinks, signatures, signerSessions } from "#db/schema/index.ts";
import { hashCode, hashToken } from "#app/tokens.server.ts";
import { confirm } from "./confirm.server.ts";
import { CODE_HOURS, hoursAfter, LINKED_STATES, MAX_CODE_TRIES } from "./links.ts";
import { canonicalAddress } from "./mail-domains.server.ts";
import { releaseMessages } from "./release-messages.server.ts";
import { startProvenSession } from "./session.server.ts";

/** How many of an address's newest mails a typed code may come from: the last mail is not always the one at hand. */
const CODES_AT_ONCE = 2;

interface TypedCode {
  campaignId: string;
  email: string;
  code: string;
  /** Of the browser that typed it, when it is the one that signed. */
  sessionToken: string | undefined;
}

/**
 * Confirms by the six digits of the mail. A wrong code and an unknown address get the same answer; each try is
 * counted before it is compared, so that no race buys another.
 */
export async function confirmByCode({ campaignId, email, code, sessionToken }: TypedCode, now: Date = new Date()) {
  const canonical = await canonicalAddress(email);
  const tried = await countTry(campaignId, canonical, now);
  const match = tried.find(({ tokenHash, codeHash }) => codeHash === hashCode(code, tokenHash));
  if (!match) return { outcome: "wrong" } as const;
  return db.transaction(async (tx) => {
    if (!(await lockSignature(tx, match.signatureId)) || !(await spendCode(tx, match.tokenHash))) return { outcome: "wrong" } as const;
    await dropOthersWishes(tx, match.signatureId, sessionToken);
    if (sessionToken) await takeOverValues(tx, match.signatureId, { campaignId, canonical, sessionToken });
    await confirm(tx, match.signatureId, now);
    // The browser that wrote messages and then typed the code has shown that they are its owner's.
    if (sessionToken) await releaseMessages(tx, match.signatureId, eq(messages.writtenBySession, hashToken(sessionToken)), now);
    // Never the session of before: whoever had put its token into this browser would now be let in with it.
    return { outcome: "confirmed", sessionToken: await startProvenSession(tx, match.signatureId, now) } as const;
  });
}

async function countTry(campaignId: string, canonical: string, now: Date) {
  const newest = db
    .select({ tokenHash: signatureLinks.tokenHash })
    .from(signatureLinks)
    .innerJoin(signatures, eq(signatures.id, signatureLinks.signatureId))
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.canonicalEmail, canonical),
        inArray(signatures.state, LINKED_STATES),
        isNotNull(signatureLinks.codeHash),
        gt(signatureLinks.createdAt, hoursAfter(now, -CODE_HOURS)),
      ),
    )
    .orderBy(desc(signatureLinks.createdAt))
    .limit(CODES_AT_ONCE);
  return db
    .update(signatureLinks)
    .set({ codeTries: raw`${signatureLinks.codeTries} + 1` })
    .where(and(inArray(signatureLinks.tokenHash, newest), lt(signatureLinks.codeTries, MAX_CODE_TRIES)))
    .returning({
      tokenHash: signatureLinks.tokenHash,
      codeHash: signatureLinks.codeHash,
      signatureId: signatureLinks.signatureId,
    });
}

/** Before its link, as whoever withdraws or erases it does; one that was erased meanwhile is nobody's to confirm. */
async function lockSignature(tx: Transaction, signatureId: string) {
  const locked = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.id, signatureId), ne(signatures.email, "")))
    .for("no key update");
  return locked.length > 0;
}

/** A code opens one browser, however many type it at once. */
async function spendCode(tx: Transaction, tokenHash: string) {
  const spent = await tx
    .update(signatureLinks)
    .set({ codeHash: null })
    .where(and(eq(signatureLinks.tokenHash, tokenHash), isNotNull(signatureLinks.codeHash)))
    .returning({ tokenHash: signatureLinks.tokenHash });
  return spent.length > 0;
}

/**
 * Whoever types a code has not seen what they confirm, as the page behind the mailed link shows it. Where this browser
 * signed too, and another came first, the name is not shown and nothing is agreed to: neither was this one's choice. That
 * an address goes to an organisation stands only where the browser that ticked it is this one.
 */
async function dropOthersWishes(tx: Transaction, signatureId: string, sessionToken: string | undefined) {
  const [session] = await tx
    .select({ createdAt: signerSessions.createdAt, signedAt: signatures.createdAt })
    .from(signatures)
    .innerJoin(signerSessions, and(eq(signerSessions.campaignId, signatures.campaignId), eq(signerSessions.canonicalEmail, signatures.canonicalEmail)))
    .where(and(eq(signatures.id, signatureId), eq(signerSessions.tokenHash, hashToken(sessionToken ?? ""))));
  // Both are written by one statement: the session that made a signature is as old as it.
  if (session && session.createdAt.getTime() === session.signedAt.getTime()) return;
  const isWaiting = and(eq(signatures.id, signatureId), eq(signatures.state, "pending"));
  const waiting = tx.select({ id: signatures.id }).from(signatures).where(isWaiting);
  await tx.delete(consents).where(and(inArray(consents.signatureId, waiting), session ? undefined : eq(consents.kind, "partner")));
  if (session) await tx.update(signatures).set({ isNameShown: false }).where(isWaiting);
}

interface TypedBy {
  campaignId: string;
  canonical: string;
  sessionToken: string;
}

/**
 * Whoever signs with somebody's address first does not name them: where the browser that proves the address had typed
 * another name, that one stands, hidden and without the words or the consent that came with the first. Where two may
 * share an address, another name is another signature.
 */
async function takeOverValues(tx: Transaction, signatureId: string, { campaignId, canonical, sessionToken }: TypedBy) {
  const [typed] = await tx
    .select({ name: signerSessions.name, nameKey: signerSessions.nameKey, country: signerSessions.country })
    .from(signerSessions)
    .innerJoin(campaigns, eq(campaigns.id, signerSessions.campaignId))
    .where(
      and(
        eq(signerSessions.tokenHash, hashToken(sessionToken)),
        eq(signerSessions.campaignId, campaignId),
        eq(signerSessions.canonicalEmail, canonical),
        eq(campaigns.sharesAddresses, false),
      ),
    );
  if (!typed) return;
  const replaced = await tx
    .update(signatures)
    .set({ ...typed, comment: null, postcode: null, isNameShown: false })
    .where(and(eq(signatures.id, signatureId), eq(signatures.state, "pending"), ne(signatures.name, typed.name)))
    .returning({ id: signatures.id });
  if (replaced.length > 0) await tx.delete(consents).where(eq(consents.signatureId, signatureId));
}
