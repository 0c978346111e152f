import { z } from "zod";

// Control, format and private characters and line breaks; the joiners and direction marks that scripts need are fine.
const CONTROL = /(?![\u200c-\u200f])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;

/** What a person or a passkey is called: one line that can be printed anywhere. */
export function plainName(max: number, whenMissing: string) {
  return z
    .string(whenMissing)
    .trim()
    .min(1, whenMissing)
    .max(max, `Keep it to ${max} characters.`)
    .refine((name) => !CONTROL.test(name), "Type it without control characters or line breaks.");
}
