import script from "#app/scripts/proof.js?url";
import solver from "#app/scripts/proof-solver.js?url";
import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import type { Question } from "#app/signatures/proof/proof.ts";
import { Field } from "./field.tsx";

interface SignProofProps {
  /** Asked of whoever brought no proof; without it the browser is to work. */
  question?: Question | null | undefined;
  refill?: Refill | undefined;
  isPreview: boolean;
}

/** What the script of the form must know: where challenges are, and who solves them. */
export function provingAttributes(slug: string) {
  return { "data-challenge": paths.challenge(slug), "data-solver": solver };
}

/** The part of the form that a campaign under attack asks for: a calculation by the browser, or else an answer by its reader. */
export function SignProof({ question, refill, isPreview }: SignProofProps) {
  if (question) return <AskedQuestion question={question} refill={refill} />;
  return (
    <div className="sign-proof">
      <p className="field-hint">
        To keep machines out, your browser does a short calculation on your own device while you fill in the form. You need not do anything. Without
        JavaScript you get one simple question instead.
      </p>
      <p className="sign-proof-state" role="status" data-proof-state="" />
      <input type="hidden" name="proof" value="" />
      {!isPreview && <script type="module" src={script} />}
    </div>
  );
}

function AskedQuestion({ question, refill }: { question: Question; refill?: Refill | undefined }) {
  return (
    <>
      <input type="hidden" name="question" value={question.token} />
      <Field
        name="answer"
        label={question.text}
        error={refill?.errors.answer}
        value={refill?.typed.answer}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint="Leave it empty and sign, and you get another question."
      />
    </>
  );
}
