import { checkFields, type FormErrors } from "#app/http/form.ts";
import { MessageForm } from "#app/messages/message-form.ts";

interface Addressee {
  id: string;
  slug: string;
}

/** The messages of a form that holds `subject.<retailer>` and `body.<retailer>` for each; errors by those names. */
export function readWritten(fields: URLSearchParams, targets: Addressee[]) {
  const errors: FormErrors = {};
  const written = targets.flatMap(({ id, slug }) => {
    const form = readMessage(fields, slug);
    if (form.ok) return [{ targetId: id, ...form.values }];
    for (const [name, message] of Object.entries(form.errors)) errors[`${name}.${slug}`] = message;
    return [];
  });
  return { written, errors };
}

export function readMessage(fields: URLSearchParams, slug: string) {
  const one = new URLSearchParams({
    subject: fields.get(`subject.${slug}`) ?? "",
    body: fields.get(`body.${slug}`) ?? "",
  });
  return checkFields(one, MessageForm);
}
