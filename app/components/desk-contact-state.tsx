import { Form } from "@remix-run/react";
import type { Refill } from "#app/http/form.ts";
import { CONTACT_STATES, type ContactState } from "#app/retailers/contact-states.ts";
import { DeskButton } from "./desk-button.tsx";

interface ContactStateFieldsProps {
  contact: { id: string; role: string; email: string; state: ContactState; stateReason: string | null };
  /** What was refused, when it was this contact's form. */
  answer: Refill | undefined;
}

/** One contact and the form of its state. Several stand on one page, so their fields are named by the contact. */
export function ContactStateFields({ contact, answer }: ContactStateFieldsProps) {
  const stateId = `state-${contact.id}`;
  const reasonId = `reason-${contact.id}`;
  const error = answer?.errors.reason ?? answer?.errors.state;
  return (
    <Form method="post" className="desk-contact" aria-label={`State of ${contact.email}`} noValidate>
      <p>
        <strong>{contact.role}</strong>
        <br />
        <span className="desk-address">{contact.email}</span>
      </p>
      <input type="hidden" name="contact" value={contact.id} />
      <div className="field">
        <label htmlFor={stateId}>State</label>
        <select id={stateId} name="state" defaultValue={answer?.typed.state ?? contact.state}>
          {Object.entries(CONTACT_STATES).map(([state, { word }]) => (
            <option key={state} value={state}>
              {word}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={reasonId}>Why</label>
        <input
          id={reasonId}
          name="reason"
          defaultValue={answer?.typed.reason ?? contact.stateReason ?? ""}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${reasonId}-error` : undefined}
        />
        {error && (
          <p className="field-error" id={`${reasonId}-error`} role="alert">
            {error}
          </p>
        )}
      </div>
      <DeskButton isQuiet busy="Saving…">
        Set state
      </DeskButton>
    </Form>
  );
}
