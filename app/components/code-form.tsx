import type { Refill } from "#app/http/form.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";

interface CodeFormProps {
  action: string;
  /** Where the browser is not the one that signed. */
  asksForEmail: boolean;
  refill?: Refill | undefined;
}

/** The six digits of the confirmation mail, for those who read mail on another device. */
export function CodeForm({ action, asksForEmail, refill }: CodeFormProps) {
  const { errors = {}, typed = {} } = refill ?? {};
  return (
    <form className="fields" method="post" action={action} noValidate>
      <ErrorSummary errors={errors} />
      {asksForEmail && (
        <Field
          name="email"
          label="The e-mail address you signed with"
          type="email"
          autoComplete="email"
          inputMode="email"
          error={errors.email}
          value={typed.email}
        />
      )}
      <Field
        name="code"
        label="Six-digit code"
        className="code-input"
        autoComplete="one-time-code"
        inputMode="numeric"
        error={errors.code}
        value={typed.code}
      />
      <p>
        <button className="button" type="submit">
          Confirm my signature
        </button>
      </p>
    </form>
  );
}
