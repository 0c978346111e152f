import { z } from "zod";

const ROLE_MAX_CHARACTERS = 80;
const REASON_MAX_CHARACTERS = 200;

export const ContactForm = z.object({
  role: z
    .string("Say what this address is for.")
    .trim()
    .min(1, "Say what this address is for, for example “Customer care”.")
    .max(ROLE_MAX_CHARACTERS, `Keep this under ${ROLE_MAX_CHARACTERS} characters.`),
  email: z
    .string("Type the address.")
    .trim()
    .pipe(z.email("Type a whole e-mail address, for example care@example.org.").max(254, "That is longer than any e-mail address.")),
});

export const ContactStateForm = z
  .object({
    contact: z.uuid("Choose one of the contacts."),
    state: z.enum(["new", "working", "bouncing", "wrong", "retired"], "Choose one of the states."),
    reason: z.string("Say why.").trim().max(REASON_MAX_CHARACTERS, `Keep this under ${REASON_MAX_CHARACTERS} characters.`),
  })
  .refine(({ state, reason }) => state === "new" || state === "working" || reason !== "", {
    path: ["reason"],
    message: "Say why, for those who come after you: for example “came back on 3 March”.",
  });
