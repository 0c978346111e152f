import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import type { MySignatureFacts } from "#app/messages/my-signature.server.ts";
import { MyFacts } from "./my-facts.tsx";
import { MyMails } from "./my-mails.tsx";
import { MyMessages } from "./my-messages.tsx";
import { MyReceipt } from "./my-receipt.tsx";
import { MyStatus } from "./my-status.tsx";
import { MyUpdates } from "./my-updates.tsx";

interface MySignatureProps {
  token: string;
  signature: MySignatureFacts;
}

/** One signature: whether it counts, what it says, what came of it, and the ways out. */
export function MySignature({ token, signature }: MySignatureProps) {
  const { id, name, state, letter, messages, isTakenBack } = signature;
  const canWithdraw = state === "confirmed" || (state === "removed" && !isTakenBack);
  return (
    <article className="my-signature" aria-labelledby={`signature-${id}`}>
      <h2 id={`signature-${id}`}>
        <bdi>{name}</bdi>
      </h2>
      <p className="over-title">
        under “<span {...spokenIn(letter.language)}>{letter.title}</span>”
      </p>
      <MyStatus token={token} signature={signature} />
      <MyReceipt token={token} signatureId={id} slug={signature.campaign.slug} receipt={signature.receipt} counts={state === "confirmed"} />
      <MyFacts token={token} signature={signature} />
      {(messages.length > 0 || state === "confirmed") && <MyMessages token={token} signatureId={id} messages={messages} canWrite={state === "confirmed"} />}
      {state !== "pending" && <MyUpdates token={token} signature={signature} />}
      {state !== "pending" && <MyMails signature={signature} />}
      <div className="actions">
        {canWithdraw && (
          <a className="button button-quiet" href={paths.withdrawal(token, id)}>
            Withdraw<span className="unseen"> the signature of {name}</span>
          </a>
        )}
        <a className="button button-quiet" href={paths.erasure(token, id)}>
          Erase<span className="unseen"> the signature of {name}</span>
        </a>
      </div>
    </article>
  );
}
