import { z } from "zod";

export const CO_SIGNER_LINES_MAX = 200;
const NAME_MAX = 120;
const URL_MAX = 2_000;
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}]/u;
/** A name that itself looks like an address ("Save.org") stays a name: an address begins with its protocol, or with www. */
const NAME_AND_ADDRESS = /^(?<name>.*?)[\s,;|]+(?<url>(?:https?:\/\/|www\.)\S*)$/i;

export const organisationName = z
  .string("Enter the organisation’s name.")
  .trim()
  .min(1, "Enter the organisation’s name.")
  .max(NAME_MAX, `Keep the name within ${NAME_MAX} characters.`)
  .refine((text) => !CONTROL.test(text), "Type the name without control characters.");

const optionalAddress = z
  .string()
  .max(URL_MAX, "Keep the address within 2,000 characters.")
  .refine((text) => text === "" || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)), "Type a whole address, for example https://kettle-watch.example.")
  .transform((text) => text || null);

/** As people type it, with or without its protocol; null when nothing was typed. */
export const webAddress = z.string().default("").transform(withProtocol).pipe(optionalAddress);

const joinedOn = z.iso.date("Give the day on which they joined, as 2026-03-01.");

export interface CoSignerValues {
  name: string;
  url: string | null;
  joinedOn: string;
}

/** One co-signer, as the form that changes it sends it. */
export const CoSignerForm = z
  .object({ name: organisationName, url: webAddress, joined_on: joinedOn })
  .transform(({ joined_on, ...rest }): CoSignerValues => ({ ...rest, joinedOn: joined_on }));

/** Many at once: a line is an organisation, its web address behind the name. What is wrong is told by its line. */
export const CoSignersForm = z
  .object({
    organisations: z.string("Type an organisation a line.").trim().min(1, "Type an organisation a line."),
    joined_on: joinedOn,
  })
  .transform(({ organisations, joined_on }, context): CoSignerValues[] => {
    const lines = organisations.split("\n").map((text, index) => ({ text: text.trim(), number: index + 1 }));
    const written = lines.filter(({ text }) => text !== "");
    if (written.length > CO_SIGNER_LINES_MAX) {
      context.addIssue({ code: "custom", path: ["organisations"], message: `Add at most ${CO_SIGNER_LINES_MAX} at once.` });
      return z.NEVER;
    }
    return written.flatMap(({ text, number }) => {
      const { name: typed = text, url = "" } = NAME_AND_ADDRESS.exec(text)?.groups ?? {};
      const read = CoSignerForm.safeParse({ name: typed, url, joined_on });
      if (read.success) return [read.data];
      context.addIssue({ code: "custom", path: ["organisations"], message: `Line ${number}: ${read.error.issues[0]?.message ?? "this cannot be read."}` });
      return [];
    });
  });

function withProtocol(typed: string) {
  const written = typed.trim();
  return written === "" || written.includes("://") ? written : `https://${written}`;
}
