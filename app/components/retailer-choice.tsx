import type { AnswersLineProps } from "./answers-line.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Choice, fieldId } from "./field.tsx";

interface RetailerChoiceProps extends Pick<AnswersLineProps, "answers"> {
  action: string;
  errors?: Record<string, string> | undefined;
}

/** One or more of the campaign's retailers, each with what it has answered so far. */
export function RetailerChoice({ action, answers, errors }: RetailerChoiceProps) {
  return (
    <form className="fields" method="post" action={action}>
      <ErrorSummary errors={errors} />
      <fieldset id={fieldId("to")} aria-describedby={errors?.to ? `${fieldId("to")}-error` : undefined}>
        <legend className="field-legend">Retailers</legend>
        {errors?.to && (
          <p className="field-error" id={`${fieldId("to")}-error`}>
            {errors.to}
          </p>
        )}
        <ul className="ruled">
          {answers.map(({ retailer, contact, stances }) => (
            <li key={retailer.slug}>
              <Choice
                name="to"
                id={fieldId(`to-${retailer.slug}`)}
                value={retailer.slug}
                label={<strong>{retailer.name}</strong>}
                hint={`${contact}. ${stances}.`}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <p>
        <button className="button" type="submit">
          Write to them
        </button>
      </p>
    </form>
  );
}
