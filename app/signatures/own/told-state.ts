import type { SignatureState } from "../signature-states.ts";

export type ToldState = Exclude<SignatureState, "suspect">;

/**
 * A signature's state as its owner is told it. One that was found suspect is told as one that waits, and looks like it
 * in everything else: whoever attacks with addresses of their own learns nothing from their own page.
 */
export function toldState(state: SignatureState): ToldState {
  return state === "suspect" ? "pending" : state;
}
