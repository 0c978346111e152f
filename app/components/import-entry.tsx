import { Choice, Field, fieldId, TextField } from "./field.tsx";
import { numberInWords } from "./number-words.ts";

interface EntryFieldsProps {
  count: number;
  letter: { title: string; number: number } | undefined;
  canMail: boolean;
  canVouch: boolean;
  newId: string;
  word: string;
  verificationMax: number;
  errors: Record<string, string>;
  typed: Record<string, string>;
}

/** Whether each person confirms by mail, or an owner vouches for all of them. */
export function EntryFields({ count, letter, canMail, canVouch, newId, word, verificationMax, errors, typed }: EntryFieldsProps) {
  const way = typed["way"] ?? (canMail ? "mail" : "");
  const number = numberInWords(count);
  return (
    <>
      <input type="hidden" name="job" value={typed["job"] ?? newId} />
      <p>
        {count === 1 ? "1 signature is" : `${number} signatures are`} to be added.{" "}
        {letter && (
          <>
            They are kept as signatures under version {letter.number} of “<bdi>{letter.title}</bdi>”: make sure that what they signed says the same.
          </>
        )}
      </p>
      <fieldset id={fieldId("way")}>
        <legend className="field-legend">How they are confirmed</legend>
        {errors["way"] && <p className="field-error">{errors["way"]}</p>}
        <Choice
          type="radio" name="way" id="way-mail" value="mail" defaultChecked={way === "mail"} disabled={!canMail}
          label="Each is mailed to confirm"
          hint={canMail ? `${count === 1 ? "1 mail leaves" : `${number} mails leave`}, as fast as the house may send; those who sign meanwhile do not wait for them. A signature counts once its owner has confirmed it.` : "The campaign is not open, and so nobody could confirm."}
        />
        <Choice
          type="radio" name="way" id="way-elsewhere" value="elsewhere" defaultChecked={way === "elsewhere"} disabled={!canVouch}
          label="They were confirmed elsewhere"
          hint={canVouch ? "They count at once, without a mail. The public page on how signatures are counted says how many came so. Choose it only when each person confirmed by a mail of their own." : "Only an owner of the campaign may vouch for signatures that no mail of ours confirmed."}
        />
      </fieldset>
      {canVouch && (
        <TextField
          name="verification" label="How and when they were confirmed" rows={3} maxLength={verificationMax} isOptional error={errors["verification"]} value={typed["verification"]}
          hint="Needed where they were confirmed elsewhere, such as “Each by a mailed link on petition.example, May 2025; list exported on 2 June by Sam”. It stands in the log. Name no signer."
        />
      )}
      <Field name="source" label="Source" isOptional autoComplete="off" error={errors["source"]} value={typed["source"] ?? "import"} hint="What the list of signatures and the numbers call where they came from." />
      <Field name="word" label={`Type ${word} to go on`} autoComplete="off" autoCapitalize="none" spellCheck={false} error={errors["word"]} value={typed["word"]} />
    </>
  );
}
