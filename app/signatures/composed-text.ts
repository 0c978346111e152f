import { z } from "zod";

/** Unicode's bound for text that comes as a stream (UAX #15): no language piles more marks on one letter. */
const PILED_MARKS = /\p{M}{31}/u;

/**
 * Typed text in composed form. Composing takes the square of the marks on one letter, and a form full of them would
 * hold up the whole house for a minute: so they are looked for first.
 */
export function composedText(whenMissing?: string) {
  return z
    .string(whenMissing)
    .refine((text) => !PILED_MARKS.test(text), "Write with fewer marks on one letter.")
    .transform((text) => text.normalize("NFC"));
}
