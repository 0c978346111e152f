import { Form } from "@remix-run/react";
import type { Refill } from "#app/http/form.ts";
import { DeskButton } from "./desk-button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field, TextField } from "./field.tsx";

interface PostFormProps {
  /** What the form begins with: the saved text, or what was typed. */
  typed: Record<string, string>;
  errors: Refill["errors"];
  /** What saving is called here. */
  save: string;
  /** Where another button is the one to press. */
  isSecond?: boolean;
}

/** Writes a post in Markdown; the second button prints it and saves nothing. */
export function PostForm({ typed, errors, save, isSecond = false }: PostFormProps) {
  return (
    <Form method="post" className="fields" noValidate>
      <ErrorSummary errors={errors} />
      {["id", "revision"].map((name) => (
        <input key={`${name} ${typed[name]}`} type="hidden" name={name} defaultValue={typed[name]} />
      ))}
      <Field name="title" label="Title" dir="auto" error={errors["title"]} value={typed["title"]} />
      <TextField
        name="body"
        label="Text"
        rows={16}
        dir="auto"
        hint="Markdown. A blank line begins a paragraph; [words](https://…) is a link."
        error={errors["body"]}
        value={typed["body"]}
      />
      <div className="actions">
        <DeskButton isQuiet={isSecond} busy="Saving…" name="do" value="save">
          {save}
        </DeskButton>
        <DeskButton isQuiet busy="Printing…" name="do" value="preview">
          Preview
        </DeskButton>
      </div>
    </Form>
  );
}

/** The text as the public page draws it. */
export function PostPreview({ title, html }: { title: string; html: string }) {
  return (
    <section className="desk-panel" aria-labelledby="preview">
      <h2 id="preview">Preview</h2>
      <div className="desk-preview post-text">
        <h3 className="post-preview-title">{title}</h3>
        <div className="post-body" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </section>
  );
}
