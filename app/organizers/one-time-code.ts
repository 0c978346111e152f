import { Secret, TOTP } from "otpauth";

/** RFC 6238 as every app reads it: SHA-1, six digits, thirty seconds. */
const STEP_SECONDS = 30;
/** A code counts one step early and one late, for clocks that differ. */
const WINDOW_STEPS = 1;

export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says. */
export function codeAppUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** The time step that a code belongs to, or undefined when it is of none near now. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW_STEPS });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** As people type it, with a space in the middle or around. */
export function tidyCode(typed: string): string {
  return typed.replace(/\s/g, "");
}

function totp(secret: string, label = "organizer") {
  return new TOTP({ issuer: "Countersign", label, algorithm: "SHA1", digits: 6, period: STEP_SECONDS, secret });
}
