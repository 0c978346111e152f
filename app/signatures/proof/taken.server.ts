import { createHash } from "node:crypto";
import { minutesAfter } from "../links.ts";
import { QUESTION_MINUTES } from "./proof.ts";

const MAX_KEPT = 20_000;

/** Which proofs this process took, and with which address; oldest first. */
const taken = new Map<string, { by: string; until: Date }>();

/**
 * Takes a proof for one address as it was typed: the same address may bring it again, as a form does that is sent twice; another is
 * refused, and can be asked anew. This process knows only what it took itself and forgets under a flood, so the worker
 * has the last word: see `spendProofs`.
 */
export function takeProof(proof: string, email: string, now: Date = new Date()): boolean {
  const by = createHash("sha256").update(`${proof} ${email.toLowerCase()}`).digest("base64url");
  const known = taken.get(proof);
  if (known && known.until > now) return known.by === by;
  if (taken.size >= MAX_KEPT) forgetOldest();
  taken.set(proof, { by, until: minutesAfter(now, QUESTION_MINUTES) });
  return true;
}

function forgetOldest() {
  const [oldest] = taken.keys();
  if (oldest !== undefined) taken.delete(oldest);
}
