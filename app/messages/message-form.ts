import { z } from "zod";
import { composedText } from "#app/signatures/composed-text.ts";

export const SUBJECT_MAX = 150;
export const BODY_MAX = 5_000;
export const OWN_WORDS_MAX = 1_000;

const CONTROL = /(?![\n\t\u200c-\u200f])[\p{Cc}\p{Cf}\p{Co}]/u;

const singleLine = composedText()
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "Give the message a subject.")
      .max(SUBJECT_MAX, `Keep the subject within ${SUBJECT_MAX} characters.`)
      .refine((text) => !CONTROL.test(text), "Write the subject without control characters."),
  );

const body = composedText()
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .min(1, "Write the message.")
      .max(BODY_MAX, `Keep the message within ${BODY_MAX.toLocaleString("en")} characters.`)
      .refine((text) => !CONTROL.test(text), "Write the message without control characters."),
  );

/** One retailer's message as it was edited. */
export const MessageForm = z.object({ subject: singleLine, body });

export const OwnWordsForm = z.object({
  own_words: composedText()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(OWN_WORDS_MAX, `Keep your own words within ${OWN_WORDS_MAX.toLocaleString("en")} characters.`)
        .refine((text) => !CONTROL.test(text), "Write without control characters."),
    ),
});

export const ReplyRouteForm = z.object({
  reply_route: z.enum(["campaign", "signer"], "Choose where an answer should go."),
});
