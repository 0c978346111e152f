import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { SignOffState } from "#app/desk/set-up-needs.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";

interface TestViewProps {
  view: "letter" | "message";
  title: string;
  signOff: { fingerprint: string; state: SignOffState; by: string | null; at: Date | null };
  /** It changed between the look and the button. */
  isOutdated: boolean;
  children: ReactNode;
}

/** One thing to be looked at before it is public, and who has found it right. */
export function TestView({ view, title, signOff: { fingerprint, state, by, at }, isOutdated, children }: TestViewProps) {
  return (
    <section className="desk-panel" aria-labelledby={`view-${view}`}>
      <h2 id={`view-${view}`}>{title}</h2>
      {children}
      {isOutdated && (
        <p className="field-error" role="alert">
          The {view} changed while this page was open. It is shown as it is now: look again.
        </p>
      )}
      {state === "given" && at && (
        <p className="desk-check-met">
          Found right by {by} on <Day on={at} />.
        </p>
      )}
      {state !== "given" && fingerprint !== "" && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="fingerprint" value={fingerprint} />
          {state === "outdated" && <p className="desk-check-warns">It has changed since {by} looked at it.</p>}
          <DeskButton isQuiet busy="Saving…" name="view" value={view}>
            I have read it: the {view} is right
          </DeskButton>
        </Form>
      )}
    </section>
  );
}
