import { db } from "#db/client.server.ts";
import type { PasskeyAnswer } from "./passkey-answer.ts";
import { checkPasskey } from "./passkeys.server.ts";
import { noteSecondStep } from "./second-step.server.ts";
import type { Organizer } from "./session.server.ts";

/** Somebody who is signed in shows a passkey of their own. */
export async function givePasskey(organizer: Organizer, answer: PasskeyAnswer, now: Date = new Date()): Promise<{ outcome: "taken" | "refused" }> {
  const owner = await checkPasskey(answer, organizer.id, now);
  if (owner !== organizer.id) return { outcome: "refused" };
  await noteSecondStep(db, organizer.session.id, now);
  return { outcome: "taken" };
}
