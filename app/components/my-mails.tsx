import { cardWord, DELIVERY_STATES } from "#app/desk/lists/delivery-words.ts";
import type { MySignatureFacts } from "#app/messages/my-signature.server.ts";
import { Day } from "./day.tsx";

/** Mail of the house to the signer, folded away: asked for seldom, and then all of it. */
export function MyMails({ signature: { mails } }: { signature: Pick<MySignatureFacts, "mails"> }) {
  if (mails.length === 0) return null;
  return (
    <details>
      <summary>Mails we sent you ({mails.length})</summary>
      <ul className="ruled">
        {mails.map(({ card, state, dueAt, sentAt }) => (
          <li key={`${card} ${dueAt.toISOString()}`}>
            {cardWord(card)}: {DELIVERY_STATES[state].word}, <Day on={sentAt ?? dueAt} />
          </li>
        ))}
      </ul>
    </details>
  );
}
