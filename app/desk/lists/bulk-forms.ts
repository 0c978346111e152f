import { z } from "zod";

const job = z.guid("Go back to the list and choose again.");

/** A word that is typed says that one means it. */
function typed(word: string) {
  return z.string(`Type ${word} to say that you mean it.`).trim().refine((text) => text.toLowerCase() === word, `Type ${word} to say that you mean it.`);
}

export const REASON_MAX = 300;
export const REMOVAL_WORD = "remove";
export const RESTORATION_WORD = "restore";
export const RELEASE_WORD = "release";

const NAMES_AN_ADDRESS = /\S@\S+\.\S/;

const reasonField = z
  .string("Say why.")
  .trim()
  .min(1, "Say why.")
  .max(REASON_MAX, `Keep the reason within ${REASON_MAX} characters.`)
  .refine((reason) => !NAMES_AN_ADDRESS.test(reason), "Leave addresses out: the reason stands in the log, which is kept for ever.");

export const RemovalForm = z.object({ job, word: typed(REMOVAL_WORD), reason: reasonField });
export const ReleaseForm = z.object({ job, word: typed(RELEASE_WORD) });
export const RestorationForm = z.object({ job, word: typed(RESTORATION_WORD) });
/** The columns are read beside it: a form may tick several of one name. */
export const ExportForm = z.object({ job, mark: z.string().optional().transform((value) => value !== undefined) });
export const RemoveOneForm = z.object({ reason: reasonField });
