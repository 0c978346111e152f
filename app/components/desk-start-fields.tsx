import { useState } from "react";
import { suggestSlug } from "#app/campaigns/slug.ts";
import { type StartKind, STARTS } from "#app/desk/start-ways.ts";
import type { Refill } from "#app/http/form.ts";
import { englishName, LETTER_LANGUAGES } from "#app/letters/languages.ts";
import { Choice, Field, fieldId, SelectField } from "./field.tsx";

interface StartFieldsProps extends Refill {
  own: { id: string; name: string }[];
  /** What stands before the slug in the letter's address. */
  origin: string;
}

/** The four ways to begin; what a way does not need is hidden by the stylesheet, and not read. */
export function StartFields({ own, origin, errors, typed }: StartFieldsProps) {
  const field = (name: string) => ({ name, error: errors[name], value: typed[name] });
  const ways = own.length === 0 ? (["blank", "shipped", "file"] as const) : (["blank", "shipped", "copy", "file"] as const);
  return (
    <>
      <fieldset>
        <legend className="field-legend">Begin</legend>
        {ways.map((way: StartKind) => (
          <Choice
            key={way}
            id={fieldId(`start-${way}`)}
            name="start"
            type="radio"
            value={way}
            defaultChecked={(typed.start ?? "blank") === way}
            label={STARTS[way].title}
            hint={STARTS[way].meaning}
          />
        ))}
      </fieldset>
      <div className="start-copy">
        <SelectField {...field("from")} label="Which of yours">
          <option value="">Choose</option>
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="start-file field">
        <label htmlFor={fieldId("file")}>File</label>
        <input id={fieldId("file")} type="file" name="file" accept=".zip,application/zip" aria-describedby={`${fieldId("file")}-hint`} />
        <p className="field-hint" id={`${fieldId("file")}-hint`}>
          A zip of the campaign’s folder, at most 24 MB. What is wrong in it is told with file and line, and nothing is stored.
        </p>
        {errors.file && <p className="field-error">{errors.file}</p>}
      </div>
      <NameAndAddress origin={origin} errors={errors} typed={typed} />
      <div className="start-blank">
        <SelectField {...field("language")} label="Main language" hint="The letter can be in others too." value={typed.language ?? "en"}>
          {LETTER_LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {englishName(code)}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  );
}

/** The address follows the name while it is typed, where there are scripts; where there are none, the house makes it. */
function NameAndAddress({ origin, errors, typed }: Omit<StartFieldsProps, "own">) {
  const [name, setName] = useState(typed.name ?? "");
  return (
    <>
      <div className="start-name">
        <Field
          name="name"
          label="Name"
          hint="As it is called on the desk and in mail, for example “Dear shops”."
          error={errors.name}
          value={typed.name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Field
        name="slug"
        label="Address"
        hint={`The end of ${origin}… Left empty, it is made from the name. It can be changed later; the old one then leads to the new.`}
        error={errors.slug}
        value={typed.slug}
        placeholder={suggestSlug(name)}
        autoCapitalize="none"
        spellCheck={false}
        isOptional
      />
    </>
  );
}
