import { Field, TextField } from "./field.tsx";

interface PaperFieldsProps {
  errors: Record<string, string>;
  /** What was typed, or what stands there now. */
  values: Record<string, string>;
  today: string;
  placeMax: number;
}

/** Where, when and how many. */
export function PaperFields({ errors, values, today, placeMax }: PaperFieldsProps) {
  const words = (name: string) => ({ name, error: errors[name], value: values[name] });
  return (
    <>
      <Field {...words("place")} label="Place" hint="Where they were collected, such as “Market square, Leeds”." maxLength={placeMax} autoComplete="off" />
      <Field {...words("countedOn")} label="Counted on" type="date" max={today} />
      <Field {...words("number")} label="Signatures" hint="How many there are on the sheets." inputMode="numeric" autoComplete="off" className="number-input" />
      <TextField {...words("note")} label="Note" hint="Who counted, and where the sheets are kept. Name no signer." rows={2} isOptional />
    </>
  );
}
