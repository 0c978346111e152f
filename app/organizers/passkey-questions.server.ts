import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { env } from "#app/env.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { organizers, passkeyChallenges, passkeys } from "#db/schema/index.ts";
import { minutesAfter, PASSKEY_CHALLENGE_MINUTES } from "./sign-in-rules.ts";

const { origin, hostname } = new URL(env.APP_URL);
/** Passkeys belong to the host of the house, and are answered on its own pages only. */
export const PASSKEY_ORIGIN = origin;
export const PASSKEY_HOST = hostname;

const timeout = PASSKEY_CHALLENGE_MINUTES * 60_000;

/** For somebody at the sign-in page: nobody is known yet, so the browser offers what it has. */
export async function askForAnyPasskey(now: Date = new Date()) {
  return generateAuthenticationOptions({ rpID: PASSKEY_HOST, userVerification: "required", timeout, challenge: await newQuestion(null, now) });
}

/** For an organizer who is signed in and proves it again. */
export async function askForPasskeyOf(organizerId: string, now: Date = new Date()) {
  const allowCredentials = await listCredentials(organizerId);
  const challenge = await newQuestion(organizerId, now);
  return generateAuthenticationOptions({ rpID: PASSKEY_HOST, userVerification: "required", timeout, allowCredentials, challenge });
}

/** For making a new passkey, which a browser finds again without being told a name. */
export async function askForNewPasskey(organizerId: string, now: Date = new Date()) {
  const [organizer] = await db.select({ email: organizers.email, name: organizers.name }).from(organizers).where(eq(organizers.id, organizerId));
  return generateRegistrationOptions({
    rpName: "Countersign",
    rpID: PASSKEY_HOST,
    userID: new TextEncoder().encode(organizerId),
    userName: organizer?.email ?? "",
    userDisplayName: organizer?.name ?? "",
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: await listCredentials(organizerId),
    timeout,
    challenge: await newQuestion(organizerId, now),
  });
}

/** True once for each question, within its minutes, and for the one whom it was put to. */
export async function takeQuestion(challenge: string, organizerId: string | null, now: Date = new Date()): Promise<boolean> {
  const taken = await db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challengeHash, hashToken(challenge)),
        gt(passkeyChallenges.expiresAt, now),
        organizerId ? eq(passkeyChallenges.organizerId, organizerId) : isNull(passkeyChallenges.organizerId),
      ),
    )
    .returning({ challengeHash: passkeyChallenges.challengeHash });
  return taken.length > 0;
}

/** Run by the clock. */
export async function forgetPasskeyQuestions(now: Date = new Date()) {
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, now));
}

async function listCredentials(organizerId: string) {
  return db.select({ id: passkeys.id, transports: passkeys.transports }).from(passkeys).where(eq(passkeys.organizerId, organizerId));
}

/** In the form in which browsers return it, which is what its hash is made of. */
async function newQuestion(organizerId: string | null, now: Date) {
  const token = newToken();
  await db
    .insert(passkeyChallenges)
    .values({ challengeHash: hashToken(token), organizerId, expiresAt: minutesAfter(now, PASSKEY_CHALLENGE_MINUTES) });
  return Buffer.from(token, "base64url");
}
