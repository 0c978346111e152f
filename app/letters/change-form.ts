import { z } from "zod";

export const CHANGE_SUMMARY_MAX = 300;
const POSTGRES_INTEGER_MAX = 2_147_483_647;

/** What the organizer says of a change when it is published. A first version says nothing: nobody has signed another. */
export const ChangeForm = z
  .object({
    change: z.enum(["material", "small"], "Say whether the change is material."),
    change_summary: z
      .string()
      .default("")
      .transform((typed) => typed.replace(/\s+/g, " ").trim())
      .pipe(z.string().max(CHANGE_SUMMARY_MAX, `Keep it within ${CHANGE_SUMMARY_MAX} characters.`)),
    /** Of the draft that was looked at. */
    revision: z.coerce.number().int().nonnegative().max(POSTGRES_INTEGER_MAX).optional().catch(undefined),
  })
  .refine(({ change, change_summary }) => change === "small" || change_summary !== "", {
    path: ["change_summary"],
    message: "Say in one line what changed: signers read it in the mail.",
  })
  .transform(({ change, change_summary, revision }) => ({ revision, change: { isMaterial: change === "material", summary: change_summary } }));
