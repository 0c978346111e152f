import type { signatureState } from "#db/schema/index.ts";

export type SignatureState = (typeof signatureState.enumValues)[number];

/** The states of a signature, in words for the desk. */
export const SIGNATURE_STATES: Record<SignatureState, { word: string; meaning: string; canBeRemoved: boolean }> = {
  pending: { word: "not confirmed", meaning: "Its owner has not yet acted on the mail. It does not count.", canBeRemoved: true },
  confirmed: { word: "confirmed", meaning: "It counts.", canBeRemoved: true },
  withdrawn: { word: "withdrawn", meaning: "Its owner took it back. It does not count.", canBeRemoved: false },
  suspect: { word: "suspect", meaning: "It waits for an organizer to look at it. It does not count.", canBeRemoved: true },
  removed: { word: "removed", meaning: "An organizer removed it, with a reason. It does not count.", canBeRemoved: false },
};

export const REMOVABLE_STATES = ["pending", "confirmed", "suspect"] as const satisfies readonly SignatureState[];
