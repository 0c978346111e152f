import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { minutesAfter } from "../links.ts";
import { proofKey } from "./key.server.ts";
import { CHALLENGE_MINUTES } from "./proof.ts";

/** One and a half million rounds in the mean: a quarter of a second on a desktop computer, one to three on a cheap phone. */
const ALGORITHM = "PBKDF2/SHA-256";
const ROUNDS_A_TRY = 2_000;
const TRIES = { least: 500, most: 1_000 };
/** Several times what an honest one takes. */
const PROOF_MAX = 4_000;

const Payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.number(),
      data: z.object({ lastsSeconds: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** A new challenge of ALTCHA for whoever begins to fill in the form: nothing is stored, for it is signed. */
export function newChallenge(campaignId: string, now: Date = new Date()) {
  return createChallenge({
    algorithm: ALGORITHM,
    cost: ROUNDS_A_TRY,
    counter: randomInt(TRIES.most, TRIES.least),
    deriveKey,
    expiresAt: minutesAfter(now, CHALLENGE_MINUTES),
    // Clocks differ: the browser counts from when it came.
    data: { lastsSeconds: CHALLENGE_MINUTES * 60 },
    hmacSignatureSecret: proofKey("challenge", campaignId),
    hmacKeySignatureSecret: proofKey("solution", campaignId),
  });
}

/** What names a solved challenge, so that it can be spent; undefined when it is none of ours, not solved, or too old. Two HMACs, no rounds. */
export async function readSolution(campaignId: string, packed: string, now: Date = new Date()): Promise<string | undefined> {
  const payload = unpack(packed);
  if (!payload || payload.challenge.parameters.expiresAt * 1_000 < now.getTime()) return undefined;
  const { verified } = await verifySolution({
    ...payload,
    deriveKey,
    hmacSignatureSecret: proofKey("challenge", campaignId),
    hmacKeySignatureSecret: proofKey("solution", campaignId),
  });
  return verified ? `work:${payload.challenge.parameters.nonce}` : undefined;
}

function unpack(packed: string) {
  if (packed === "" || packed.length > PROOF_MAX) return undefined;
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(packed, "base64").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}
