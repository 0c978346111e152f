import type { FormErrors, TypedFields } from "#app/http/form.ts";
import { englishName } from "#app/letters/languages.ts";
import { CHANGE_SUMMARY_MAX } from "#app/letters/change-form.ts";
import { Choice, Field, fieldId } from "./field.tsx";
import { numberInWords } from "./number-words.ts";

interface DeskLetterChangeProps {
  /** The version that the public reads now. */
  number: number;
  language: string;
  /** How many signed in this language; null as long as nobody has counted. */
  concerned: number | null;
  otherLanguages: string[];
  canAskAgain: boolean;
  errors: FormErrors;
  typed: TypedFields;
}

/** Whether the change is material, with words that help to decide and what follows from each answer. */
export function DeskLetterChange({ number, language, concerned, otherLanguages, canAskAgain, errors, typed }: DeskLetterChangeProps) {
  return (
    <>
      <fieldset aria-describedby={errors.change ? `${fieldId("change")}-wrong` : undefined}>
        <legend className="field-legend">Is the change material?</legend>
        <p className="field-hint">
          Ask yourself: would somebody who signed version {number} want to be asked before their name stands under this? Where you are not sure,
          it is material.
        </p>
        <Choice
          name="change" type="radio" value="material" id={fieldId("change")} defaultChecked={typed.change === "material"}
          label="Yes: what is asked or claimed changes"
          hint={<>A demand, a company, a deadline, a figure or a reason is added, dropped or altered. {materialInWords({ number, language, concerned, canAskAgain })}</>}
        />
        <Choice
          name="change" type="radio" value="small" id={fieldId("change-small")} defaultChecked={typed.change === "small"}
          label="No: it says the same"
          hint="Spelling, a link, a clearer sentence, a source. Nobody is asked, and the signatures of both versions count together."
        />
        {errors.change && (
          <p className="field-error" id={`${fieldId("change")}-wrong`}>
            {errors.change}
          </p>
        )}
      </fieldset>
      <Field
        name="change_summary" label="What changed, in one line" maxLength={CHANGE_SUMMARY_MAX} autoComplete="off" dir="auto"
        error={errors.change_summary} value={typed.change_summary} isOptional
        hint={`Needed for a material change: signers read it in the mail, and everybody in the list of versions. Write it in ${englishName(language)}.`}
      />
      {otherLanguages.length > 0 && (
        <p className="quiet">
          The letter can also be read in {new Intl.ListFormat("en-GB").format(otherLanguages.map(englishName))}. Who signed there is asked when
          the change is published there, as material too.
        </p>
      )}
    </>
  );
}

type Concerned = Pick<DeskLetterChangeProps, "number" | "language" | "concerned" | "canAskAgain">;

function materialInWords({ number, language, concerned, canAskAgain }: Concerned) {
  if (concerned === 0) return `Nobody has signed in ${englishName(language)} yet, and so nobody is asked.`;
  const [who, verb] = concerned === 1 ? ["1 signer", "is"] : [concerned === null ? `All who signed in ${englishName(language)}` : `${numberInWords(concerned)} signers`, "are"];
  if (!canAskAgain) return `Nobody is mailed: the campaign is archived or a sample. ${who} ${verb} counted under version ${number} or an earlier one from then on.`;
  return `${who} ${verb} asked again, once, by mail; until they agree they are counted under version ${number} or an earlier one.`;
}
