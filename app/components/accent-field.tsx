import { useState } from "react";
import { AccentSwatch, suggestionFor } from "./accent-swatch.tsx";
import { DeskButton } from "./desk-button.tsx";
import { Field } from "./field.tsx";

interface AccentFieldProps {
  value: string;
  error: string | undefined;
  isDraft: boolean;
}

/** One colour, shown while it is typed where there are scripts, and after it was sent where there are none. */
export function AccentField({ value, error, isDraft }: AccentFieldProps) {
  const [typed, setTyped] = useState(value);
  const colour = typed.trim().toLowerCase().replace(/^(?=[0-9a-f]{6}$)/, "#");
  const suggestion = suggestionFor(colour);
  return (
    <>
      <Field
        name="accent"
        label="Colour of your own"
        hint="For the button, links and marks of the public pages: # and six digits, for example #1c5a8c. Empty: the house’s red."
        value={value}
        error={error}
        isOptional
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <AccentSwatch colour={colour} />
      {/* The main button stands first, for the Enter key presses the first: it is not to change a colour. */}
      <div className="actions">
        <DeskButton busy="Saving…">{isDraft ? "Save and continue" : "Save"}</DeskButton>
        {suggestion && (
          <button className="button button-quiet" name="take" value={suggestion}>
            Take {suggestion} instead
          </button>
        )}
      </div>
    </>
  );
}
