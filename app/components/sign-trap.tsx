import { TRAP_FIELD } from "#app/signatures/sign-form.ts";
import { fieldId } from "./field.tsx";

/** Not for people: out of sight, out of the order of keys and of what is read aloud; its label tells whoever meets it all the same. */
export function SignTrap() {
  const id = fieldId(TRAP_FIELD);
  return (
    <div className="unasked" aria-hidden="true">
      <label htmlFor={id}>Leave this empty: subject</label>
      <input
        id={id}
        name={TRAP_FIELD}
        type="text"
        tabIndex={-1}
        autoComplete="off"
        // Password managers know these as "not for you".
        data-1p-ignore="true"
        data-lpignore="true"
        data-bwignore="true"
        data-form-type="other"
      />
    </div>
  );
}
