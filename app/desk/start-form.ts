import { z } from "zod";
import { slugField } from "#app/campaigns/slug-field.ts";
import { campaignLanguage, campaignName } from "./set-up-forms.ts";

/** What was chosen, and what that choice needs; a file brings its own name and language. */
export const StartForm = z.discriminatedUnion(
  "start",
  [
    z.object({ start: z.literal("blank"), ...named(), language: campaignLanguage }),
    z.object({ start: z.literal("shipped"), ...named() }),
    z.object({ start: z.literal("copy"), ...named(), from: z.uuid("Choose which of your campaigns to copy.") }),
    z.object({ start: z.literal("file"), slug: optionalSlug() }),
  ],
  { error: "Choose how to begin." },
);

export type StartValues = z.infer<typeof StartForm>;

function named() {
  return { name: campaignName, slug: optionalSlug() };
}

/** Left empty, it is made from the name. */
function optionalSlug() {
  return z
    .string()
    .default("")
    .transform((slug) => slug.trim())
    .pipe(z.union([z.literal(""), slugField], { error: "Use the letters a to z, digits, and single hyphens between them." }));
}
