import { Form } from "@remix-run/react";
import { DeskButton } from "./desk-button.tsx";
import { DeskConflict } from "./desk-conflict.tsx";
import { SelectField } from "./field.tsx";
import { Saved, type SettingsAnswer } from "./set-up-form.tsx";

interface FrameworkChoiceProps {
  framework: {
    frameworks: { id: string; title: string; edition: string; publisher: string }[];
    chosen: string | null;
    revision: number;
    seen: string;
  };
  answer: SettingsAnswer;
}

/** Which published standards stand under the letter; most campaigns need none. */
export function FrameworkChoice({ framework: { frameworks, chosen, revision, seen }, answer }: FrameworkChoiceProps) {
  if (frameworks.length === 0) return null;
  const { typed } = answer ?? {};
  return (
    <section aria-labelledby="framework">
      <h2 id="framework">Published standards</h2>
      <Saved />
      <DeskConflict conflict={answer?.conflict} />
      <Form method="post" className="fields desk-form" preventScrollReset>
        <input type="hidden" name="revision" value={typed?.revision ?? revision} />
        <input type="hidden" name="seen" value={seen} />
        <SelectField
          name="framework"
          label="Framework"
          hint="Its standards are shown under the demands, and a message can list them. Most campaigns need none."
          value={typed?.framework ?? chosen ?? ""}
          error={answer?.errors.framework}
        >
          <option value="">None</option>
          {frameworks.map(({ id, title, edition, publisher }) => (
            <option key={id} value={id}>
              {title}, {edition} ({publisher})
            </option>
          ))}
        </SelectField>
        <div className="actions">
          <DeskButton isQuiet busy="Saving…">
            Save the framework
          </DeskButton>
        </div>
      </Form>
    </section>
  );
}
