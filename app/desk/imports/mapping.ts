import { z } from "zod";
import { COUNTRY_CODES } from "#app/signatures/countries.ts";
import { FIELDS, type FieldName, guessColumns } from "./columns.ts";

const WORDING_MAX = 500;

const column = z.coerce.number().int().min(0).optional();

export const Mapping = z.object({
  columns: z.object({
    name: column, first: column, last: column, email: column, country: column, postcode: column, comment: column, shown: column, consent: column, signedAt: column,
  }),
  /** For rows that name none; empty for none. */
  country: z.string(),
  dates: z.enum(["day first", "month first"]),
  /** The sentence that whoever wanted updates agreed to, as it stood there. */
  wording: z.string(),
});

export type Mapping = z.infer<typeof Mapping>;

/** How a form names the choice of a field's column. */
export function columnField<Name extends FieldName>(name: Name) {
  return `column_${name}` as const;
}

/** What the form begins with: what was told before, or what the heads seem to say. */
export function mappingToBegin(header: readonly string[], told: unknown): Mapping {
  const before = Mapping.safeParse(told);
  return before.success ? before.data : { columns: guessColumns(header), country: "", dates: "day first", wording: "" };
}

const chosen = z.string().regex(/^\d{0,3}$/).default("").transform((text) => (text === "" ? undefined : Number(text)));

/** The form by the names of its fields; `columns` is how many the file has. */
export function mappingForm(columns: number) {
  const inFile = chosen.refine((at) => at === undefined || at < columns, "Choose a column of the file.");
  return z
    .object({
      job: z.guid("Open the page again."),
      column_name: inFile, column_first: inFile, column_last: inFile, column_email: inFile, column_country: inFile, column_postcode: inFile,
      column_comment: inFile, column_shown: inFile, column_consent: inFile, column_signedAt: inFile,
      country: z.string().default("").refine((code) => code === "" || COUNTRY_CODES.includes(code), "Choose a country."),
      dates: z.enum(["day first", "month first"]).catch("day first"),
      wording: z.string().trim().max(WORDING_MAX, `Keep the sentence within ${WORDING_MAX} characters.`).default(""),
    })
    .superRefine((form, context) => {
      const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
      if (form.column_name === undefined && form.column_first === undefined) say("column_name", "Choose the column of names, or of first names.");
      if (form.column_name !== undefined && form.column_first !== undefined) say("column_first", "Choose either a column of whole names, or first and last names.");
      if (form.column_email === undefined) say("column_email", "Choose the column of e-mail addresses.");
      if (form.column_country === undefined && form.country === "") say("country", "Choose a country, for the file has no column of countries.");
      if (form.column_consent !== undefined && form.wording === "") say("wording", "Enter the sentence that they agreed to: it is kept with their consent.");
      const taken = FIELDS.map(({ name }) => form[columnField(name)]).filter((at) => at !== undefined);
      const twice = FIELDS.find(({ name }) => taken.filter((at) => at === form[columnField(name)]).length > 1);
      if (twice) say(columnField(twice.name), "This column is chosen twice.");
    })
    .transform(({ job, country, dates, wording, ...form }) => ({
      job,
      mapping: {
        columns: {
          name: form.column_name, first: form.column_first, last: form.column_last, email: form.column_email, country: form.column_country,
          postcode: form.column_postcode, comment: form.column_comment, shown: form.column_shown, consent: form.column_consent, signedAt: form.column_signedAt,
        },
        country, dates, wording,
      } satisfies Mapping,
    }));
}
