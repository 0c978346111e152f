import { type ContactAxisState, contactMeaning } from "#app/scoreboard/contact-axis.ts";

/** The contact with a retailer, by its word alone: shapes and colours belong to stances. */
export function ContactState({ state }: { state: ContactAxisState }) {
  return <span className="contact-word">{contactMeaning(state).word}</span>;
}
