import { z } from "zod";
import { isLetterLanguage } from "#app/letters/languages.ts";
import { composedText } from "./composed-text.ts";
import { COUNTRY_CODES } from "./countries.ts";

export const NAME_MAX = 120;
export const EMAIL_MAX = 254;
export const POSTCODE_MAX = 16;
export const COMMENT_MAX = 600;
/** The field that people do not see: neither a browser nor a password manager has anything to put into it, and machines that fill in all they find do. */
export const TRAP_FIELD = "subject";
const POSTGRES_INTEGER_MAX = 2_147_483_647;

// Unicode's control, format and private characters; the joiners and direction marks that scripts need are fine.
const CONTROL = /(?![\u200c-\u200f])[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/u;
const CONTROL_BUT_LINE_BREAKS = /(?![\n\t\u200c-\u200f])[\p{Cc}\p{Cf}\p{Co}]/u;
const URL_LIKE = /(https?:|www\.|:\/\/|\b[\p{L}\p{N}-]+\.(com|net|org|info|biz|ru|cn|io|co|shop|xyz|top|site|online|link|ly)\b|\.\p{L}{2,}\/)/iu;
const LOOKS_LIKE_A_FORMULA = /^[=+\-@]/;

/** A person's name as they write it: one line, nothing in it that a mail program or a table would take for more. */
export const nameField = composedText("Enter your name.")
  .transform((text) => text.replace(/[ \u00a0]+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "Enter your name.")
      // Nothing longer is looked at: searching it for a web address would take minutes.
      .max(NAME_MAX, { error: `Enter a name of at most ${NAME_MAX} characters.`, abort: true })
      .refine((text) => !CONTROL.test(text), "Enter your name without control characters or line breaks.")
      .refine((text) => !URL_LIKE.test(text), "Enter your name without a web address.")
      .refine((text) => !LOOKS_LIKE_A_FORMULA.test(text), "Enter a name that does not begin with = + - or @.")
      .refine((text) => /\p{L}/u.test(text), "Enter your name in letters."),
  );

export const emailField = z
  .string("Enter your e-mail address.")
  .trim()
  .min(1, "Enter your e-mail address.")
  .max(EMAIL_MAX, `Enter an e-mail address of at most ${EMAIL_MAX} characters.`)
  .pipe(z.email("Enter an e-mail address like name@example.org."));

export const countryField = z.string("Choose your country.").refine((code) => COUNTRY_CODES.includes(code), "Choose your country.");

export const postcodeField = z
  .string()
  .trim()
  .max(POSTCODE_MAX, `Enter a postcode of at most ${POSTCODE_MAX} characters.`)
  .regex(/^[\p{L}\p{N} -]*$/u, "Enter a postcode of letters and digits only.")
  .transform((text) => text || null);

export const commentField = composedText()
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .max(COMMENT_MAX, `Keep your comment within ${COMMENT_MAX} characters.`)
      .refine((text) => !CONTROL_BUT_LINE_BREAKS.test(text), "Write your comment without control characters."),
  )
  .transform((text) => text || null);

export const checkboxField = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== "");

/** The sign form, by the names of its fields. The messages are shown beside them. */
export const SignForm = z
  .object({
    name: nameField,
    email: emailField,
    country: countryField,
    postcode: postcodeField.default(null),
    comment: commentField.default(null),
    show_name: checkboxField,
    updates: checkboxField,
    share_with_partner: checkboxField,
    /** Which text of the letter was on the page, and in which language. */
    language: z.string().refine(isLetterLanguage).optional().catch(undefined),
    version: z.coerce.number().int().positive().max(POSTGRES_INTEGER_MAX).optional().catch(undefined),
  })
  .transform(({ show_name, share_with_partner, version, language, ...rest }) => ({ ...rest, isNameShown: show_name, sharesWithPartner: share_with_partner, letterVersion: version, letterLanguage: language }));

export type SignValues = z.infer<typeof SignForm>;
