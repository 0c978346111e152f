import { Choice, Field } from "./field.tsx";

interface AddressFieldProps {
  /** Of the form as it came back. */
  errors: Record<string, string>;
  typed: Record<string, string>;
}

/**
 * The signer's address. Where it looks like a slip in a well-known domain, another is offered and none is imposed: by the
 * script at once, and without one when the form comes back. Sent again as it is, it is taken.
 */
export function AddressField({ errors, typed }: AddressFieldProps) {
  const { suggested } = typed;
  return (
    <div className="address-field">
      <Field
        name="email"
        label="E-mail address"
        error={errors.email}
        value={typed.email}
        type="email"
        autoComplete="email"
        inputMode="email"
        hint="We send you one mail to confirm. It is never shown."
      />
      <input type="hidden" name="kept_email" defaultValue={suggested ? typed.email : ""} />
      {suggested && <Choice name="use_email" value={suggested} label={<>Use <bdi>{suggested}</bdi></>} hint="Or leave the box empty, and we take your address as it stands." />}
      <p className="field-suggestion" role="status" data-address-suggestion="Did you mean {address}?" />
    </div>
  );
}
