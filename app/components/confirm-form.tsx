import { paths } from "#app/http/paths.ts";
import { Choice, fieldId } from "./field.tsx";

interface ConfirmFormProps {
  token: string;
  messages: { id: string; retailerName: string; subject: string; body: string }[];
}

/** The owner of the address decides: on the signature, and on each message that somebody wrote under it. */
export function ConfirmForm({ token, messages }: ConfirmFormProps) {
  return (
    <form className="fields" method="post" action={paths.confirmation(token)}>
      {messages.length > 0 && (
        <fieldset>
          <legend className="field-legend">Messages that wait to be sent with it</legend>
          <p className="field-hint">Read them. Untick any that you did not write or no longer want to send.</p>
          <ul className="ruled">
            {messages.map(({ id, retailerName, subject, body }) => (
              <li key={id}>
                <Choice name="release" id={fieldId(`release-${id}`)} value={id} defaultChecked label={<>Send to <bdi>{retailerName}</bdi></>} />
                <details>
                  <summary>
                    Read the message to <bdi>{retailerName}</bdi>: <bdi>{subject}</bdi>
                  </summary>
                  <p className="message-text" dir="auto">
                    {body}
                  </p>
                </details>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <p>
        <button className="button" type="submit">
          Confirm my signature
        </button>
      </p>
    </form>
  );
}
