import { z } from "zod";
import { organisationName, webAddress } from "#app/campaigns/co-signer-form.ts";
import { emailField, nameField } from "#app/signatures/sign-form.ts";
import { faultOfMail, siteDomain } from "./site-domain.ts";

const ROLE_MAX = 80;
const WHY_MAX = 300;
const SITE_MISSING = "Enter the address of the organisation’s web site, for example https://kettle-watch.example.";
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}]/u;

const lineOf = (max: number, what: string) =>
  z
    .string(`Enter ${what}.`)
    .trim()
    .max(max, `Keep ${what} within ${max} characters.`)
    .refine((text) => !CONTROL.test(text), `Enter ${what} on one line, without control characters.`);

export type CoSignValues = z.infer<ReturnType<typeof coSignForm>>;

/** An organisation asks to sign: by the names of the form's fields. */
export function coSignForm(isWebmail: (domain: string) => boolean) {
  return z
    .object({
      organisation: organisationName,
      url: webAddress.refine((url) => url !== null, SITE_MISSING),
      contact_name: nameField,
      contact_role: lineOf(ROLE_MAX, "your role").pipe(z.string().min(1, "Enter your role.")),
      email: emailField,
      why: lineOf(WHY_MAX, "the reason").default("").transform((text) => text || null),
    })
    .transform(({ contact_name, contact_role, url, ...rest }, context) => {
      const site = url === null ? null : siteDomain(new URL(url).hostname);
      if (url === null || site === null) {
        context.addIssue({ code: "custom", path: ["url"], message: SITE_MISSING });
        return z.NEVER;
      }
      const fault = faultOfMail(rest.email, site, isWebmail);
      if (fault) {
        context.addIssue({ code: "custom", path: ["email"], message: fault });
        return z.NEVER;
      }
      return { ...rest, url, siteDomain: site, contactName: contact_name, contactRole: contact_role };
    });
}
