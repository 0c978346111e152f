import type { Refill } from "#app/http/form.ts";
import { Field, TextField } from "./field.tsx";

interface DemandFieldsProps extends Refill {
  stored?: { title: string; shortTitle: string; summary: string; why: string; standardUrl: string | null };
}

/** What is asked, in a title, a sentence, and why. */
export function DemandFields({ errors, typed, stored }: DemandFieldsProps) {
  const field = (name: string, value = "") => ({ name, error: errors[name], value: typed[name] ?? value });
  return (
    <>
      <Field {...field("title", stored?.title)} label="What is asked" hint="In the imperative, for example “Publish a repair manual for every kettle”." />
      <Field {...field("short_title", stored?.shortTitle)} label="In two or three words" hint="For the head of the scoreboard’s column, for example “Repair manual”." />
      <TextField {...field("summary", stored?.summary)} label="In one sentence" hint="The demand whole, as it stands under the letter." rows={2} />
      <TextField {...field("why", stored?.why)} label="Why" hint="A sentence or two." rows={2} isOptional />
      <Field {...field("standard_url", stored?.standardUrl ?? "")} label="Standard" hint="The address of a published standard that it rests on." type="url" inputMode="url" isOptional />
    </>
  );
}
