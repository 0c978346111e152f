import { z } from "zod";
import { COUNTRY_CODES } from "#app/signatures/countries.ts";

const NAME_MAX = 80;

/** A company that the directory does not have yet. A contact is a role and an address, or neither. */
export const RetailerForm = z
  .object({
    name: z.string("Type the retailer’s name.").trim().min(1, "Type the retailer’s name.").max(NAME_MAX, `Keep this within ${NAME_MAX} characters.`),
    country: z.string("Choose its country.").refine((code) => COUNTRY_CODES.includes(code), "Choose its country."),
    website: z
      .string()
      .trim()
      .default("")
      .transform((url) => (url === "" || url.includes("://") ? url : `https://${url}`))
      .refine((url) => url === "" || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)), "Type its website like example.org."),
    role: z.string().trim().max(80, "Keep this within 80 characters.").default(""),
    email: z.string().trim().default("").refine((email) => email === "" || z.email().max(254).safeParse(email).success, "Type a whole e-mail address, for example care@example.org."),
  })
  .transform(({ website, role, email, ...rest }) => ({
    ...rest,
    websiteUrl: website || null,
    contact: email === "" ? null : { role: role || "Customer care", email },
  }));
