import { z } from "zod";

export const PLACE_MAX = 120;
export const NOTE_MAX = 500;
export const NUMBER_MAX = 10_000_000;
const REASON_MAX = 300;

const NAMES_AN_ADDRESS = /\S@\S+\.\S/;
const WITHOUT_ADDRESSES = "Leave addresses out: this is kept for ever.";

function words(whenMissing: string, max: number) {
  return z
    .string(whenMissing)
    .trim()
    .min(1, whenMissing)
    .max(max, `Keep it within ${max} characters.`)
    .refine((text) => !NAMES_AN_ADDRESS.test(text), WITHOUT_ADDRESSES);
}

const number = z
  .string("Enter how many there are.")
  .transform((text) => text.replace(/[ ,.\u00a0]/g, ""))
  .pipe(z.string().regex(/^[1-9]\d{0,7}$/, "Enter how many there are, in digits."))
  .transform(Number)
  .refine((count) => count <= NUMBER_MAX, `Enter at most ${NUMBER_MAX.toLocaleString("en")}.`);

function countedOn(today: string) {
  return z.iso.date("Enter the day on which they were counted.").refine((day) => day <= today, "Enter a day that has come.").refine((day) => day >= "1990-01-01", "Enter a day since 1990.");
}

/** The form by the names of its fields; `today` as "YYYY-MM-DD". */
export function paperCountForm(today: string) {
  return z.object({
    id: z.guid().optional().catch(undefined),
    place: words("Enter where they were collected.", PLACE_MAX),
    countedOn: countedOn(today),
    number,
    note: z.string().trim().max(NOTE_MAX, `Keep the note within ${NOTE_MAX} characters.`).refine((text) => !NAMES_AN_ADDRESS.test(text), WITHOUT_ADDRESSES).default(""),
  });
}

export type PaperValues = Omit<z.infer<ReturnType<typeof paperCountForm>>, "id">;

export const PaperRemovalForm = z.object({ reason: words("Say why.", REASON_MAX) });
