import type { Refill } from "#app/http/form.ts";
import { giveCode } from "#app/organizers/code-app.server.ts";
import { tidyCode } from "#app/organizers/one-time-code.ts";
import { readPasskeyAnswer } from "#app/organizers/passkey-answer.ts";
import { givePasskey } from "#app/organizers/give-passkey.server.ts";
import type { Organizer } from "#app/organizers/session.server.ts";

export const CODE_ERRORS = {
  wrong: "This code is not right, or it was used before. Wait for the next one in your app.",
  wait: "That was five tries. Wait a quarter of an hour, then type a new code.",
} as const;

const PASSKEY_REFUSED = "This passkey was not taken. Try again, or take another way.";

/** Reads a passkey's answer or a typed code. What was typed is not shown again: a code is good for half a minute. */
export async function takeProof(organizer: Organizer, fields: URLSearchParams): Promise<{ ok: true } | ({ ok: false } & Refill)> {
  if (fields.has("passkey_answer")) {
    const answer = readPasskeyAnswer(fields.get("passkey_answer"));
    const given = answer && (await givePasskey(organizer, answer));
    return given?.outcome === "taken" ? { ok: true } : refused({ passkey: PASSKEY_REFUSED });
  }
  const { outcome } = await giveCode(organizer, tidyCode(fields.get("one_time_code") ?? ""));
  return outcome === "taken" ? { ok: true } : refused({ one_time_code: CODE_ERRORS[outcome] });
}

function refused(errors: Record<string, string>) {
  return { ok: false as const, errors, typed: {} };
}
