import { z } from "zod";
import { emailField } from "./sign-form.ts";

/** The address and the six digits of its mail. People copy codes with spaces and dashes. */
export const CodeFields = z.object({
  email: emailField,
  code: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Enter the six digits from the mail.")),
});
