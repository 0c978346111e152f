import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { type FormEvent, type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { fieldId } from "./field.tsx";

interface PasskeyFormProps {
  /** Where the answer goes. */
  action: string;
  /** Where the question is got from. */
  question: string;
  /** A new passkey is made, rather than one given. */
  isNew?: boolean;
  label: string;
  isQuiet?: boolean;
  /** Fields that go with it. */
  children?: ReactNode;
}

interface PasskeySectionProps extends PasskeyFormProps {
  title?: string;
  /** Said where the browser has no passkeys; without it, nothing is shown there. */
  otherwise?: string;
}

/** A button that asks for a passkey, where the browser can; an error summary leads here as to a field "passkey". */
export function PasskeySection({ title, otherwise, ...form }: PasskeySectionProps) {
  const can = useSyncExternalStore(neverChanges, browserSupportsWebAuthn, unknownYet);
  if (!can && !otherwise) return null;
  return (
    <section id={fieldId("passkey")} aria-label={title ?? form.label}>
      {title && <h2>{title}</h2>}
      {can && <PasskeyForm {...form} />}
      {can === false && <p>{otherwise}</p>}
      {can === undefined && (
        <noscript>
          <p>{otherwise}</p>
        </noscript>
      )}
    </section>
  );
}

/** Asks the passkey, and sends the answer as a form. */
function PasskeyForm({ action, question, isNew = false, label, isQuiet = false, children }: PasskeyFormProps) {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const answer = useRef<HTMLInputElement>(null);

  async function give(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setTrouble(undefined);
    try {
      const given = await ask(question, isNew);
      if (answer.current) answer.current.value = JSON.stringify(given);
      HTMLFormElement.prototype.submit.call(form);
    } catch (error) {
      setTrouble(troubleOf(error));
      setBusy(false);
    }
  }

  return (
    <form className="fields desk-form" method="post" action={action} onSubmit={give}>
      {children}
      <input type="hidden" name="passkey_answer" ref={answer} />
      <div className="actions">
        <button className={isQuiet ? "button button-quiet" : "button"} disabled={isBusy} aria-busy={isBusy || undefined}>
          {isBusy ? "Waiting for your passkey…" : label}
        </button>
      </div>
      <p className="field-error" role="status">
        {trouble}
      </p>
    </form>
  );
}

function neverChanges() {
  return () => {};
}

/** While the server prints the page, nobody knows. */
function unknownYet(): boolean | undefined {
  return undefined;
}

async function ask(question: string, isNew: boolean) {
  const asked = await fetch(question, { method: "POST", body: new URLSearchParams({ for: isNew ? "new" : "proof" }) });
  if (!asked.ok || asked.redirected) throw new Error("There was no question.");
  const optionsJSON = await asked.json();
  return isNew ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

function troubleOf(error: unknown) {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError") return "No passkey was given. Try again, or take another way.";
  if (name === "InvalidStateError") return "This device holds a passkey of yours already.";
  return "The browser could not do this. Load the page again, or take another way.";
}
