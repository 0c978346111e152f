import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { and, asc, eq, exists, lt } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { memberships, passkeys } from "#db/schema/index.ts";
import { mayLoseSecondStep } from "./last-second-step.server.ts";
import { challengeOf, type NewPasskeyAnswer, type PasskeyAnswer } from "./passkey-answer.ts";
import { PASSKEY_HOST, PASSKEY_ORIGIN, takeQuestion } from "./passkey-questions.server.ts";
import { noteSecondStep } from "./second-step.server.ts";
import { tellOfChange } from "./tell-of-change.server.ts";

/** More than anybody has, so that a browser is not sent a list without end. */
const MAX_PASSKEYS = 20;

export async function listPasskeys(organizerId: string) {
  return db
    .select({
      id: passkeys.id,
      name: passkeys.name,
      isBackedUp: passkeys.isBackedUp,
      lastUsedAt: passkeys.lastUsedAt,
      createdAt: passkeys.createdAt,
    })
    .from(passkeys)
    .where(eq(passkeys.organizerId, organizerId))
    .orderBy(asc(passkeys.createdAt));
}

interface NewPasskey {
  organizer: { id: string; session: { id: string } };
  name: string;
  answer: NewPasskeyAnswer;
  /** For the mail that tells its owner. */
  accountUrl: string;
}

/** Whoever has just made a passkey has shown it: it is this session's second step too. */
export async function addPasskey(
  { organizer, name, answer, accountUrl }: NewPasskey,
  now: Date = new Date(),
): Promise<{ outcome: "added" | "refused" | "too many" | "added before" }> {
  const challenge = challengeOf(answer);
  if (!(await takeQuestion(challenge, organizer.id, now))) return { outcome: "refused" };
  const verified = await quietly(
    verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: PASSKEY_ORIGIN,
      expectedRPID: PASSKEY_HOST,
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return { outcome: "refused" };
  if ((await listPasskeys(organizer.id)).length >= MAX_PASSKEYS) return { outcome: "too many" };
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return db.transaction(async (tx) => {
    const [added] = await tx
      .insert(passkeys)
      .values({
        id: credential.id,
        organizerId: organizer.id,
        name,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        isBackedUp: credentialBackedUp,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (!added) return { outcome: "added before" };
    await writeAudit(tx, { campaignId: null, by: organizer.id, act: "created", subject: "passkey", subjectId: added.id, title: name }, now);
    await noteSecondStep(tx, organizer.session.id, now);
    await tellOfChange(tx, organizer.id, { change: "passkey added", name, accountUrl });
    return { outcome: "added" };
  });
}

/** "asked for": it is the last second step, and a campaign asks for one. */
export async function removePasskey(
  { organizerId, id, accountUrl }: { organizerId: string; id: string; accountUrl: string },
): Promise<{ outcome: "removed" | "gone" | "asked for" }> {
  return db.transaction(async (tx) => {
    if (!(await mayLoseSecondStep(tx, organizerId))) return { outcome: "asked for" };
    const [removed] = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.organizerId, organizerId)))
      .returning({ name: passkeys.name });
    if (!removed) return { outcome: "gone" };
    await writeAudit(tx, { campaignId: null, by: organizerId, act: "removed", subject: "passkey", subjectId: id, title: removed.name });
    await tellOfChange(tx, organizerId, { change: "passkey removed", name: removed.name, accountUrl });
    return { outcome: "removed" };
  });
}

/**
 * Whose passkey answered, or undefined: for a question that was not put, was answered before or is too old, for another
 * origin, without the person's own verification, with a counter that went back (a copied key), or for somebody who
 * belongs to no team any more.
 * @param organizerId The one whom it was put to; null at the sign-in page.
 */
export async function checkPasskey(answer: PasskeyAnswer, organizerId: string | null, now: Date = new Date()): Promise<string | undefined> {
  const challenge = challengeOf(answer);
  if (!(await takeQuestion(challenge, organizerId, now))) return undefined;
  const passkey = await findPasskey(answer.id);
  if (!passkey || (organizerId && passkey.organizerId !== organizerId)) return undefined;
  const { userHandle } = answer.response;
  if (userHandle && Buffer.from(userHandle, "base64url").toString() !== passkey.organizerId) return undefined;
  const verified = await quietly(
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: PASSKEY_ORIGIN,
      expectedRPID: PASSKEY_HOST,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter, transports: passkey.transports },
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return undefined;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  const [used] = await db
    .update(passkeys)
    .set({ counter: newCounter, isBackedUp: credentialBackedUp, lastUsedAt: now })
    // Many passkeys do not count and always say zero. One that counts is never taken twice at one count.
    .where(and(eq(passkeys.id, passkey.id), newCounter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, newCounter)))
    .returning({ organizerId: passkeys.organizerId });
  return used?.organizerId;
}

async function findPasskey(id: string) {
  const [passkey] = await db
    .select({ id: passkeys.id, organizerId: passkeys.organizerId, publicKey: passkeys.publicKey, counter: passkeys.counter, transports: passkeys.transports })
    .from(passkeys)
    .where(
      and(
        eq(passkeys.id, id),
        exists(db.select({ role: memberships.role }).from(memberships).where(eq(memberships.organizerId, passkeys.organizerId))),
      ),
    );
  return passkey;
}

/** The library throws for whatever is wrong with an answer; for us that is an answer that opens nothing. */
async function quietly<Verified>(verification: Promise<Verified>): Promise<Verified | undefined> {
  return verification.catch(() => undefined);
}
