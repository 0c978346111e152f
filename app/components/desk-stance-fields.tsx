import type { Refill } from "#app/http/form.ts";
import { demandFields } from "#app/responses/response-form.ts";
import { listStanceMeanings, stanceMeaning, type StanceValue } from "#app/responses/stance-values.ts";
import { Field, SelectField } from "./field.tsx";

interface StanceFieldsProps extends Refill {
  demand: { slug: string; title: string; stance: StanceValue };
  today: string;
}

/** One demand: left as it is, or set to a stance since a day. */
export function StanceFields({ demand, errors, typed, today }: StanceFieldsProps) {
  const names = demandFields(demand.slug);
  const field = (name: string) => ({ name, error: errors[name], value: typed[name] });
  return (
    <fieldset className="desk-stance">
      <legend>{demand.title}</legend>
      <div className="desk-fields-row">
        <SelectField {...field(names.stance)} label="Stance" isOptional>
          <option value="">Leave as it is: {stanceMeaning(demand.stance).word.toLowerCase()}</option>
          {listStanceMeanings().map(({ value, word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </SelectField>
        <Field {...field(names.sinceOn)} label="Since" type="date" max={today} hint="Empty: the day it happened." isOptional />
        <Field {...field(names.dueOn)} label="Deadline" type="date" hint="Of a pledge that names one." isOptional />
      </div>
      <Field {...field(names.reason)} label="Reason" isOptional />
    </fieldset>
  );
}
