import { paths } from "#app/http/paths.ts";
import type { MessageRow } from "#app/messages/list.server.ts";
import { Day } from "./day.tsx";

interface MyMessagesProps {
  token: string;
  signatureId: string;
  messages: MessageRow[];
  canWrite: boolean;
}

/** A signer's messages with what became of each, and what can still be done about it. */
export function MyMessages({ token, signatureId, messages, canWrite }: MyMessagesProps) {
  return (
    <section>
      <h3>Your messages</h3>
      {messages.length === 0 && <p>You have not written to a retailer yet.</p>}
      {messages.length > 0 && (
        <ul className="ruled">
          {messages.map((message) => (
            <li key={message.id} className="stack">
              <p>
                <a href={paths.retailer(message.retailerSlug)}>
                  <bdi>{message.retailerName}</bdi>
                </a>: {message.status},{" "}
                <span className="quiet">
                  written <Day on={message.updatedAt} />
                </span>
              </p>
              <details>
                <summary>
                  Read the message to <bdi>{message.retailerName}</bdi>: <bdi>{message.subject}</bdi>
                </summary>
                <p className="message-text" dir="auto">
                  {message.body}
                </p>
              </details>
              {message.canCancel && <Waiting action={paths.myMessages(token, signatureId)} message={message} canRelease={canWrite && !message.isReleased} />}
            </li>
          ))}
        </ul>
      )}
      {canWrite && (
        <form method="post" action={paths.myWriting(token, signatureId)}>
          <p>
            <button className="button button-quiet" type="submit">
              Write to retailers
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

function Waiting({ action, message, canRelease }: { action: string; message: MessageRow; canRelease: boolean }) {
  return (
    <form className="actions" method="post" action={action}>
      <input type="hidden" name="message" value={message.id} />
      {canRelease && (
        <button className="button" type="submit" name="wish" value="send">
          Send it<span className="unseen"> to {message.retailerName}</span>
        </button>
      )}
      <button className="button button-quiet" type="submit" name="wish" value="cancel">
        Cancel it<span className="unseen">, the message to {message.retailerName}</span>
      </button>
    </form>
  );
}
