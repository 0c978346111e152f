import { data } from "@remix-run/node";
import type { z } from "zod";

export type FormErrors = Record<string, string>;
export type TypedFields = Record<string, string>;

/** What a form that was refused is shown again with. */
export interface Refill {
  errors: FormErrors;
  typed: TypedFields;
}

export type FormReading<Values> = ({ ok: true; values: Values } & Pick<Refill, "typed">) | ({ ok: false } & Refill);

/** A form as it was typed, text fields only. One that cannot be read is an empty one, and is refused as that. */
export async function readFields(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("Content-Type") ?? "";
  if (type.startsWith("multipart/form-data")) return readMultipart(request);
  if (!type.startsWith("application/x-www-form-urlencoded")) return new URLSearchParams();
  return asWritten(new URLSearchParams(await request.text()));
}

/** A form with one file among its fields; undefined when none was chosen. */
export async function readFieldsAndFile(request: Request, fileField: string) {
  const type = request.headers.get("Content-Type") ?? "";
  if (!type.startsWith("multipart/form-data")) return { fields: await readFields(request), file: undefined };
  const form = await request.formData().catch(() => new FormData());
  const file = form.get(fileField);
  const isChosen = file !== null && typeof file !== "string" && file.size > 0;
  return { fields: textsOf(form), file: isChosen ? new Uint8Array(await file.arrayBuffer()) : undefined };
}

async function readMultipart(request: Request) {
  return textsOf(await request.formData().catch(() => new FormData()));
}

function textsOf(form: FormData) {
  const texts = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return asWritten(new URLSearchParams(texts));
}

/**
 * Browsers send line breaks as CRLF, also those we wrote as LF into a hidden field. PostgreSQL takes no NUL in a text;
 * shown as a replacement character it is refused like any other control character.
 */
function asWritten(fields: URLSearchParams) {
  return new URLSearchParams(
    [...fields].map(([name, value]) => [name, value.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd")]),
  );
}

export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormReading<z.output<Schema>>> {
  return checkFields(await readFields(request), schema);
}

/** One message a field: the first, for a second would only repeat it. */
export function checkFields<Schema extends z.ZodType>(fields: URLSearchParams, schema: Schema): FormReading<z.output<Schema>> {
  const typed: TypedFields = {};
  for (const [name, value] of fields) typed[name] ??= value;
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, values: parsed.data, typed };
  const errors: FormErrors = {};
  for (const { path, message } of parsed.error.issues) errors[path.join(".")] ??= message;
  return { ok: false, errors, typed };
}

/** The same page again: messages beside the fields, and everything that was typed. */
export function refill({ errors, typed }: Refill, status: 409 | 422 = 422) {
  return data({ errors, typed }, { status });
}
