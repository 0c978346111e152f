import { Form } from "@remix-run/react";
import type { Refill } from "#app/http/form.ts";
import { SIGNATURE_STATES, type SignatureState } from "#app/signatures/signature-states.ts";
import { DeskButton } from "./desk-button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";

interface DeskModerationProps {
  state: SignatureState;
  reasonMax: number;
  answer: Refill | undefined;
}

/** Taking one signature off the letter, and back; letting a suspect go on. */
export function DeskModeration({ state, reasonMax, answer }: DeskModerationProps) {
  if (state === "removed") {
    return (
      <section className="desk-panel" aria-labelledby="moderation">
        <h2 id="moderation">Restore it</h2>
        <p>It gets the state back that it had, and its messages go on.</p>
        <Form method="post">
          <DeskButton isQuiet busy="Restoring…" name="step" value="restore">
            Restore this signature
          </DeskButton>
        </Form>
      </section>
    );
  }
  if (!SIGNATURE_STATES[state].canBeRemoved) return null;
  return (
    <div>
      {state === "suspect" && <Release />}
      <Removal reasonMax={reasonMax} answer={answer} />
    </div>
  );
}

function Release() {
  return (
    <section className="desk-panel" aria-labelledby="release">
      <h2 id="release">Is it genuine?</h2>
      <p>Then its owner gets the mail to confirm now, and it counts once they have.</p>
      <Form method="post">
        <DeskButton isQuiet busy="Releasing…" name="step" value="release">
          It is genuine
        </DeskButton>
      </Form>
    </section>
  );
}

function Removal({ reasonMax, answer }: Pick<DeskModerationProps, "reasonMax" | "answer">) {
  return (
    <section className="desk-panel" aria-labelledby="moderation">
      <h2 id="moderation">Remove it</h2>
      <p>It stops counting and its messages wait. You can restore it.</p>
      <Form method="post" className="fields" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <Field
          name="reason" label="Reason" maxLength={reasonMax} autoComplete="off" error={answer?.errors.reason} value={answer?.typed.reason}
          hint="It stands here and in the log. Name nobody in it."
        />
        <div className="actions">
          <DeskButton isQuiet busy="Removing…">
            Remove this signature
          </DeskButton>
        </div>
      </Form>
    </section>
  );
}
