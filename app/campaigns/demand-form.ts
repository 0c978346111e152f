import { z } from "zod";

const TITLE_MAX = 120;
const SHORT_TITLE_MAX = 24;
const SENTENCE_MAX = 300;
const WHY_MAX = 600;

function text(message: string, max: number) {
  return z.string(message).trim().min(1, message).max(max, `Keep this within ${max} characters.`);
}

/** A public page's address; empty is none. */
const optionalUrl = z
  .string()
  .trim()
  .default("")
  .refine((url) => url === "" || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)), "Type a whole address that begins with https://.")
  .transform((url) => url || null);

/** One demand as the set-up's form sends it. */
export const DemandForm = z
  .object({
    title: text("Say what is asked, for example “Endorse the standards in public”.", TITLE_MAX),
    short_title: text("Give two or three words for the head of a column.", SHORT_TITLE_MAX),
    summary: text("Say the demand whole, in one sentence.", SENTENCE_MAX),
    why: z.string().trim().max(WHY_MAX, `Keep this within ${WHY_MAX} characters.`).default(""),
    standard_url: optionalUrl,
  })
  .transform(({ short_title, standard_url, ...rest }) => ({ ...rest, shortTitle: short_title, standardUrl: standard_url }));

export type DemandValues = z.infer<typeof DemandForm>;
