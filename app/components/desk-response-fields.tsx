import type { Refill } from "#app/http/form.ts";
import { RESPONSE_CHANNELS, RESPONSE_KINDS } from "#app/responses/response-words.ts";
import { Field, SelectField, TextField } from "./field.tsx";

interface ResponseFieldsProps extends Refill {
  today: string;
}

/** What happened and where it stands; the stances that follow from it have fields of their own. */
export function ResponseFields({ errors, typed, today }: ResponseFieldsProps) {
  const field = (name: string) => ({ name, error: errors[name], value: typed[name] });
  return (
    <>
      <div className="desk-fields-row">
        <Field {...field("happened_on")} label="Day it happened" type="date" max={today} />
        <SelectField {...field("kind")} label="What it was">
          <option value="">Choose</option>
          {Object.entries(RESPONSE_KINDS).map(([kind, { word }]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </SelectField>
        <SelectField {...field("channel")} label="How it came">
          <option value="">Choose</option>
          {Object.entries(RESPONSE_CHANNELS).map(([channel, word]) => (
            <option key={channel} value={channel}>
              {word}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField
        {...field("summary")}
        label="Summary"
        hint="What was said or done, in a sentence or two: facts and dates, no judgement."
        rows={3}
      />
      <TextField {...field("quote")} label="Quote" hint="Their own words, exactly." rows={3} isOptional />
      <Field {...field("source_url")} label="Source address" type="url" inputMode="url" hint="The public page that shows it." isOptional />
      <div className="fields-pair">
        <Field {...field("source_title")} label="Source title" isOptional />
        <Field
          {...field("captured_on")}
          label="Read on"
          hint="The day you read the source, or searched."
          type="date"
          max={today}
          isOptional
        />
      </div>
    </>
  );
}
