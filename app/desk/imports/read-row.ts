import { commentField, emailField, nameField, postcodeField } from "#app/signatures/sign-form.ts";
import type { FieldName } from "./columns.ts";
import { FIELDS } from "./columns.ts";
import { countryCode } from "./country-words.ts";
import type { Mapping } from "./mapping.ts";
import { readSignedAt } from "./signed-at.ts";

export interface RowValues {
  name: string;
  email: string;
  country: string;
  postcode: string | null;
  comment: string | null;
  isNameShown: boolean;
  wantsUpdates: boolean;
  signedAt: Date | null;
}

export interface RowFault {
  /** The head of the column; empty for the row as a whole. */
  column: string;
  reason: string;
}

export type RowReading = { ok: true; values: RowValues } | { ok: false; faults: RowFault[] };

/** One row by the columns as they were told, with the rules that the sign form has. A reason never repeats what stood there. */
export function readRow(cells: readonly string[], { header, mapping, now }: { header: readonly string[]; mapping: Mapping; now: Date }): RowReading {
  if (cells.length > header.length) {
    return { ok: false, faults: [{ column: "", reason: `It has ${cells.length} fields, and the header row has ${header.length}. A field with a separator in it needs quotation marks.` }] };
  }
  const faults: RowFault[] = [];
  const cell = (field: FieldName) => {
    const column = mapping.columns[field];
    return column === undefined ? "" : (cells[column] ?? "").trim();
  };
  const fault = (field: FieldName, reason: string) => {
    const column = mapping.columns[field];
    faults.push({ column: (column === undefined ? undefined : header[column]) || labelOf(field), reason });
    return undefined;
  };
  const checked = <Value>(field: FieldName, text: string, schema: Checks<Value>) => {
    const read = schema.safeParse(text);
    return read.success ? read.data : fault(field, read.error.issues[0]?.message ?? "It cannot be read.");
  };

  const name = checked(mapping.columns.name === undefined ? "first" : "name", cell("name") || `${cell("first")} ${cell("last")}`, nameField);
  const email = checked("email", cell("email"), emailField);
  const countryWord = cell("country") || mapping.country;
  const country = countryCode(countryWord) ?? fault("country", countryWord ? "Not a country’s code or English name." : "It is empty, and no country was chosen for such rows.");
  const postcode = checked("postcode", cell("postcode"), postcodeField);
  const comment = checked("comment", cell("comment"), commentField);
  const isNameShown = yesOrNo(cell("shown")) ?? fault("shown", "It is neither yes nor no.");
  const wantsUpdates = yesOrNo(cell("consent")) ?? fault("consent", "It is neither yes nor no.");
  const signedAt = dateOf(cell("signedAt"), mapping, now);
  if (typeof signedAt === "string") fault("signedAt", signedAt);
  if (name === undefined || email === undefined || country === undefined || postcode === undefined || comment === undefined) return { ok: false, faults };
  if (isNameShown === undefined || wantsUpdates === undefined || typeof signedAt === "string") return { ok: false, faults };
  return { ok: true, values: { name, email, country, postcode, comment, isNameShown, wantsUpdates, signedAt } };
}

interface Checks<Value> {
  safeParse(text: string): { success: true; data: Value } | { success: false; error: { issues: { message: string }[] } };
}

const YES = ["yes", "y", "true", "1", "x", "on", "t", "ja", "oui", "si", "sí"];
const NO = ["", "no", "n", "false", "0", "off", "f", "nein", "non"];

function yesOrNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

/** A string is what is wrong with it. */
function dateOf(text: string, { dates }: Mapping, now: Date): Date | null | string {
  if (text === "") return null;
  const at = readSignedAt(text, dates);
  if (!at) return "Not a date like 2026-02-28, or not in the order that was chosen.";
  if (at > now) return "It is a day to come.";
  return at.getUTCFullYear() < 1990 ? "It is before 1990." : at;
}

function labelOf(field: FieldName): string {
  return FIELDS.find(({ name }) => name === field)?.label ?? field;
}
