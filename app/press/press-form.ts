import { z } from "zod";

const QUOTE_MAX = 600;
const LINE_MAX = 160;
const TEXT_MAX = 400;

function line(asks: string, max = LINE_MAX) {
  return z
    .string(asks)
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, asks).max(max, `Keep it within ${max} characters.`));
}

/** Made with the form, so that sending it twice is one. */
const id = z.uuid().optional().catch(undefined);

/** Words that the press may print, and how leave for it was given: that is for organizers only. */
export const QuoteForm = z.object({
  id,
  quote: line("Type the words as they were spoken, without quotation marks.", QUOTE_MAX),
  speaker: line("Say who speaks."),
  role: line("Say what they are, e.g. Director, Consumers Together."),
  permission: line("Say how and when they agreed to be quoted.", TEXT_MAX),
});

export const PressContactForm = z.object({
  id,
  name: line("Give a name, or that of a desk."),
  role: line("Say what they answer for."),
  email: z.string("Give an address.").trim().pipe(z.email("Give an e-mail address like name@example.org.").max(254, "Keep it within 254 characters.")),
  phone: z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^[+()\d /-]{0,40}$/, "Write the number in digits, with + in front of the country.")),
});

export const PressImageForm = z.object({
  id,
  alt: line("Say what the picture shows, for those who do not see it.", TEXT_MAX),
  credit: line("Say who made it and on what terms it may be printed.", TEXT_MAX),
});

export type QuoteValues = Omit<z.infer<typeof QuoteForm>, "id">;
export type PressContactValues = Omit<z.infer<typeof PressContactForm>, "id">;
export type PressImageValues = Omit<z.infer<typeof PressImageForm>, "id">;
