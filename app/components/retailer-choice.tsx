import type { ScoreboardRow } from "#app/scoreboard/read.server.ts";
import { tallyStances } from "#app/scoreboard/cell.ts";
import { contactMeaning } from "#app/scoreboard/contact-axis.ts";
import { stanceMeaning } from "#app/responses/stance-values.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Choice, fieldId } from "./field.tsx";

interface RetailerChoiceProps {
  action: string;
  rows: ScoreboardRow[];
  errors?: Record<string, string> | undefined;
}

/** One or more of the campaign's retailers, each with what it has answered so far. */
export function RetailerChoice({ action, rows, errors }: RetailerChoiceProps) {
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
          {rows.map(({ retailer, contact, cells }) => (
            <li key={retailer.slug}>
              <Choice
                name="to"
                id={fieldId(`to-${retailer.slug}`)}
                value={retailer.slug}
                label={<strong><bdi>{retailer.name}</bdi></strong>}
                hint={`${contactMeaning(contact.state).word}. ${stancesInWords(cells)}.`}
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

/** The other axis: what it says on how many of the demands. */
function stancesInWords(cells: ScoreboardRow["cells"]) {
  const tally = tallyStances(cells).map(({ stance, count }) => `${stanceMeaning(stance).word} on ${count} of ${cells.length}`);
  return tally.join("; ");
}
