import { z } from "zod";

const MESSAGE_MAX = 4000;

const message = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(z.string().max(MESSAGE_MAX, `Keep it within ${MESSAGE_MAX.toLocaleString("en")} characters.`));

/** The two texts that end a campaign's page; `do=preview` only prints them. */
export const EndMessagesForm = z
  .object({ closing: message, victory: message, revision: z.coerce.number().int().positive(), do: z.string().optional() })
  .transform(({ closing, victory, revision, do: wish }) => ({
    closingMessage: closing,
    victoryMessage: victory,
    revision,
    isPreview: wish === "preview",
  }));
