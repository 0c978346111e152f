import type { FormErrors, TypedFields } from "#app/http/form.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { Field, TextField } from "./field.tsx";
import { MarkdownHelp } from "./desk-markdown-help.tsx";

interface DeskLetterFieldsProps {
  language: string;
  errors: FormErrors;
  typed: TypedFields;
}

/** The parts of the letter, in its own language and direction. A draft may lack any. */
export function DeskLetterFields({ language, errors, typed }: DeskLetterFieldsProps) {
  const field = (name: string) => ({ name, error: errors[name], value: typed[name] });
  const spoken = spokenIn(language);
  return (
    <>
      <Field {...field("title")} {...spoken} label="Title" />
      <Field {...field("addressees")} {...spoken} label="Addressees" hint="As it stands after “To”: the companies by name." />
      <Field {...field("dated_on")} label="Date" type="date" hint="The date on the letter, which may be before it was published here." />
      <TextField {...field("summary")} {...spoken} label="Summary" rows={3} hint="One or two sentences, for the top of the page, search results and shares." />
      <TextField {...field("body")} {...spoken} label="Letter" rows={24} hint="Markdown, from the salutation to the name at the end." />
      <MarkdownHelp />
      <TextField {...field("sources")} {...spoken} label="Sources" isOptional rows={6} hint="Markdown: where the facts come from, shown under the letter." />
    </>
  );
}
