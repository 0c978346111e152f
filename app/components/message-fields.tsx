import { MAIL_PROGRAMS } from "#app/messages/compose-url.ts";
import { BODY_MAX } from "#app/messages/message-form.ts";
import { Field, TextField } from "./field.tsx";
import { numberInWords } from "./number-words.ts";

export interface MessageFieldsProps {
  message: { slug: string; name: string; hasContact: boolean; hasLeft: boolean; subject: string; body: string };
  errors: Record<string, string>;
  typed: Record<string, string>;
  /** Where a message is posted to be opened in the signer's own mail program. */
  openings: string;
}

/** One retailer's message: subject, text, and the way to send it from one's own mailbox. */
export function MessageFields({ message, errors, typed, openings }: MessageFieldsProps) {
  const { slug, name, hasContact, hasLeft, subject, body } = message;
  const words = (field: string, text: string) => {
    const key = `${field}.${slug}`;
    return { name: key, error: errors[key], value: typed[key] ?? text };
  };
  return (
    <fieldset className="message-fields">
      <legend>
        <h2>
          To <bdi>{name}</bdi>
        </h2>
      </legend>
      {hasLeft && <p>This message has left for {name} and can no longer be changed.</p>}
      {hasLeft && (
        <p className="message-text" dir="auto">
          {body}
        </p>
      )}
      {!hasLeft && (
        <div className="fields">
          <Field {...words("subject", subject)} label="Subject" dir="auto" />
          <TextField
            {...words("body", body)}
            label="Message"
            rows={14}
            dir="auto"
            hint={`At most ${numberInWords(BODY_MAX)} characters.`}
          />
          {!hasContact && <p>We have no working address of {name} yet. Your message waits, and leaves when there is one.</p>}
          {hasContact && (
            <div className="own-mailbox">
              <p className="field-hint">
                Or send it to {name} from your own mailbox. We count that you opened it; whether you sent it we cannot know.
              </p>
              <p className="actions">
                {Object.entries(MAIL_PROGRAMS).map(([program, programName]) => (
                  <button
                    key={program}
                    className="button button-quiet"
                    type="submit"
                    formAction={openings}
                    name="open"
                    value={`${program}:${slug}`}
                  >
                    Open in {programName}
                    <span className="unseen">, to {name}</span>
                  </button>
                ))}
              </p>
            </div>
          )}
        </div>
      )}
    </fieldset>
  );
}
