import { z } from "zod";
import { canBeRead, nearestReadable } from "#app/campaigns/accent.ts";
import { slugField } from "#app/campaigns/slug-field.ts";
import { isLetterLanguage } from "#app/letters/languages.ts";

const NAME_MAX = 80;
const GOAL_MAX = 100_000_000;
const ADDRESSEES_MAX = 300;
const UNCONFIRMED_DAYS_MAX = 30;
const KEPT_DAYS_MAX = 3_650;
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}]/u;

/** What every form of shared settings carries along; see `changeSettings`. */
const opened = { revision: z.coerce.number().int().catch(0), seen: z.string().default("") };

export const campaignName = z
  .string("Type a name.")
  .trim()
  .min(1, "Type a name, for example “Dear shops”.")
  .max(NAME_MAX, `Keep the name within ${NAME_MAX} characters.`)
  .refine((name) => !CONTROL.test(name), "Type the name without control characters.");

export const campaignLanguage = z.string("Choose a language.").refine(isLetterLanguage, "Choose a language of the list.");

export const NameForm = z.object({
  ...opened,
  name: campaignName,
  slug: slugField,
  /** Who the letter was to when the form was opened. */
  addressees_before: z.string().default(""),
  addressees: z.string().trim().min(1, "Say who the letter is to, for example “Corner Shop and Big Market”.").max(ADDRESSEES_MAX, `Keep this within ${ADDRESSEES_MAX} characters.`),
  goal: whole("Type a whole number, for example 1000.", 1, GOAL_MAX),
  language: campaignLanguage,
});

export const SenderForm = z
  .object({
    ...opened,
    sender_name: z.string().trim().max(60, "Keep the sender’s name within 60 characters.").refine((name) => !CONTROL.test(name), "Type the name without control characters.").default(""),
    privacy_contact: z.string("Type an address.").trim().pipe(z.email("Type a whole e-mail address, for example privacy@example.org.").max(254, "That is longer than any e-mail address.")),
    updates_consent_wording: z.string().trim().min(1, "Say what signers agree to.").max(200, "Keep this within 200 characters."),
    unconfirmed_days: whole(`Type a number of days from 1 to ${UNCONFIRMED_DAYS_MAX}.`, 1, UNCONFIRMED_DAYS_MAX),
    remind_after_days: z
      .string()
      .trim()
      .default("")
      .refine((days) => /^([1-9]\d?)?$/.test(days), "Type a number of days from 1, or leave it empty for no reminder.")
      .transform((days) => (days === "" ? null : Number(days))),
    shares_addresses: z.string().optional(),
    kept_days_after_closing: z
      .string()
      .trim()
      .default("")
      .refine((days) => /^\d{0,4}$/.test(days) && Number(days) <= KEPT_DAYS_MAX, `Type a number of days up to ${KEPT_DAYS_MAX.toLocaleString("en")}, or leave it empty.`)
      .transform((days) => (days === "" ? null : Number(days))),
    mails_receipts: z.string().optional().transform((ticked) => ticked !== undefined),
  })
  .superRefine(({ remind_after_days, unconfirmed_days }, context) => {
    if (remind_after_days === null || !(remind_after_days >= unconfirmed_days)) return;
    const message = `Remind before the ${unconfirmed_days} ${unconfirmed_days === 1 ? "day is" : "days are"} over, or leave it empty for no reminder.`;
    context.addIssue({ code: "custom", path: ["remind_after_days"], message });
  })
  .transform(({ sender_name, privacy_contact, updates_consent_wording, unconfirmed_days, remind_after_days, shares_addresses, kept_days_after_closing, mails_receipts, ...rest }) => ({
    ...rest,
    values: {
      senderName: sender_name,
      privacyContact: privacy_contact,
      updatesConsentWording: updates_consent_wording,
      unconfirmedDays: unconfirmed_days,
      remindAfterDays: remind_after_days,
      sharesAddresses: shares_addresses !== undefined,
      keptDaysAfterClosing: kept_days_after_closing,
      mailsReceipts: mails_receipts,
    },
  }));

export const TemplateForm = z.object({
  ...opened,
  message_subject: z.string().trim().min(1, "Give the message a subject.").max(500, "Keep the subject within 500 characters."),
  message_template: z.string().trim().min(1, "Write the message.").max(20_000, "Keep the template within 20,000 characters."),
});

/** A colour that can be read on light paper; another is refused with the nearest that can. Empty is the house's own. */
export const AccentForm = z.object({
  ...opened,
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .default("")
    .transform((colour) => (/^[0-9a-f]{6}$/.test(colour) ? `#${colour}` : colour))
    .superRefine((colour, context) => {
      if (colour === "") return;
      if (!/^#[0-9a-f]{6}$/.test(colour)) context.addIssue({ code: "custom", message: "Type a colour as # and six digits, for example #1c5a8c." });
      else if (!canBeRead("light", colour)) {
        context.addIssue({ code: "custom", message: `${colour} is too light to be read on paper. The nearest shade that can be read is ${nearestReadable("light", colour)}.` });
      }
    })
    .transform((colour) => colour || null),
});

export const FrameworkForm = z.object({ ...opened, framework: z.string("Choose one of the list.").transform((id) => id || null) });

function whole(message: string, min: number, max: number) {
  return z
    .string(message)
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message));
}
