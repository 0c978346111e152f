import { useNavigate } from "@remix-run/react";
import { englishName } from "#app/letters/languages.ts";
import { SelectField } from "./field.tsx";
import { momentInWords } from "./moment.tsx";

interface SavedProps {
  savedBy: string | null;
  savedAt: Date | null;
}

/** Who saved the draft last: also the answer to having pressed the button. */
export function Saved({ savedBy, savedAt }: SavedProps) {
  return (
    <p className="quiet" role="status">
      {savedAt ? `Saved${savedBy ? ` by ${savedBy}` : ""} on ${momentInWords(savedAt, true)}` : "No draft saved yet. What you save is public only once it is published."}
    </p>
  );
}

/** Another language beside this one: at once where there are scripts, else with the next save, so that nothing is lost. */
export function BesideChoice({ others, beside }: { others: string[]; beside: string | undefined }) {
  const navigate = useNavigate();
  if (others.length === 0) return null;
  return (
    <div className="desk-letter-beside-choice">
      <SelectField
        name="beside"
        label="Show beside it"
        isOptional
        value={beside ?? ""}
        onChange={({ currentTarget }) =>
          navigate(currentTarget.value ? `?beside=${currentTarget.value}` : "?", { preventScrollReset: true })
        }
      >
        <option value="">Nothing</option>
        {others.map((language) => (
          <option key={language} value={language}>
            {englishName(language)}
          </option>
        ))}
      </SelectField>
      <noscript>
        <p className="field-hint">Shown when you save.</p>
      </noscript>
    </div>
  );
}
