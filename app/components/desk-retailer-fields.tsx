import type { Refill } from "#app/http/form.ts";
import { Field, SelectField } from "./field.tsx";

interface RetailerFieldsProps extends Refill {
  /** From the house: browsers know some by another name, and would then draw the page anew. */
  countries: { code: string; name: string }[];
}

/** A company that the directory does not have yet, and where a message to it goes. */
export function RetailerFields({ countries, errors, typed }: RetailerFieldsProps) {
  const field = (name: string) => ({ name, error: errors[name], value: typed[name] });
  return (
    <>
      <Field {...field("name")} label="Name" hint="As customers call it." />
      <div className="fields-pair">
        <SelectField {...field("country")} label="Country" hint="Where it is run from.">
          <option value="">Choose</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field {...field("website")} label="Website" hint="For example corner-shop.example." inputMode="url" isOptional />
      </div>
      <div className="fields-pair">
        <Field {...field("email")} label="Address for messages" hint="Where customers write to. Without one, messages wait." type="email" inputMode="email" isOptional />
        <Field {...field("role")} label="What the address is for" hint="For example customer care." isOptional />
      </div>
    </>
  );
}
