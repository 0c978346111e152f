import { z } from "zod";
import { cleanSource } from "#app/signatures/source.ts";

export const VERIFICATION_MAX = 500;
export const ENTRY_WORD = "import";

const NAMES_AN_ADDRESS = /\S@\S+\.\S/;

/** How an import's signatures enter. */
export const EntryForm = z
  .object({
    job: z.guid("Open the page again."),
    way: z.enum(["mail", "elsewhere"], "Choose how they enter."),
    verification: z
      .string()
      .trim()
      .max(VERIFICATION_MAX, `Keep the note within ${VERIFICATION_MAX} characters.`)
      .refine((text) => !NAMES_AN_ADDRESS.test(text), "Leave addresses out: the note stands in the log, which is kept for ever.")
      .default(""),
    source: z.string().trim().default("").refine((text) => text === "" || cleanSource(text) !== null, "Enter a word of letters, digits and hyphens, at most 40 characters."),
    word: z.string().trim().default(""),
  })
  .superRefine(({ way, verification, word }, context) => {
    if (way === "elsewhere" && verification === "") {
      context.addIssue({ code: "custom", path: ["verification"], message: "Say how and when they were confirmed." });
    }
    if (word.toLowerCase() !== ENTRY_WORD) context.addIssue({ code: "custom", path: ["word"], message: `Type ${ENTRY_WORD} to say that you mean it.` });
  });
