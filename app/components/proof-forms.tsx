import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { DeskButton } from "./desk-button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { PasskeySection } from "./passkey-section.tsx";

interface ProofFormsProps {
  /** This page, with where it leads. */
  action: string;
  hasPasskey: boolean;
  hasCodeApp: boolean;
  errors: Record<string, string> | undefined;
}

/** A passkey or a code, whichever this organizer has. */
export function ProofForms({ action, hasPasskey, hasCodeApp, errors }: ProofFormsProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {hasPasskey && (
        <PasskeySection
          title="With a passkey"
          action={action}
          question={paths.passkeyQuestion()}
          label="Use a passkey"
          otherwise="This browser cannot use passkeys. Take another way, or a browser that can."
        />
      )}
      {hasCodeApp && (
        <section aria-labelledby="by-code">
          <h2 id="by-code">With a code</h2>
          <Form method="post" action={action} reloadDocument className="fields" noValidate>
            <CodeField error={errors?.["one_time_code"]} />
            <div className="actions">
              <DeskButton busy="Checking…" isQuiet={hasPasskey}>
                Go on with the code
              </DeskButton>
            </div>
          </Form>
        </section>
      )}
    </>
  );
}

export function CodeField({ error }: { error: string | undefined }) {
  return (
    <Field
      name="one_time_code"
      label="Six digits from your app"
      inputMode="numeric"
      autoComplete="one-time-code"
      className="code-input"
      maxLength={7}
      error={error}
    />
  );
}
