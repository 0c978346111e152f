import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import type { MySignatureFacts } from "#app/messages/my-signature.server.ts";
import { ENDABLE_SORTS, isEndable } from "#emails/mail-sorts.ts";
import { Day } from "./day.tsx";

interface MyUpdatesProps {
  token: string;
  signature: MySignatureFacts;
}

/** What was agreed to and when, in the words that stood there, and the one button that turns it round. */
export function MyUpdates({ token, signature }: MyUpdatesProps) {
  const { id, agreed, ended, wantsUpdates, state, campaign } = signature;
  const spoken = spokenIn(campaign.language);
  const endedSorts = ended.flatMap(({ sort, at }) => (isEndable(sort) && at && sort !== "updates" ? [{ words: ENDABLE_SORTS[sort], at }] : []));
  return (
    <section>
      <h3>Updates</h3>
      <p>{wantsUpdates ? "You get updates." : "You get no updates."}</p>
      {agreed.length > 0 && (
        <ul className="ruled">
          {agreed.map(({ kind, coSignerId, wording, givenAt, withdrawnAt }) => (
            <li key={`${kind} ${coSignerId} ${givenAt.toISOString()}`}>
              Agreed on <Day on={givenAt} />
              {withdrawnAt && <>, ended on <Day on={withdrawnAt} /></>}: “<span {...spoken}>{wording}</span>”
              {coSignerId !== null && withdrawnAt === null && (
                <form method="post" action={paths.mySharing(token, id)}>
                  <button className="button button-quiet" type="submit" name="co_signer" value={coSignerId}>
                    Stop sharing<span className="unseen">: {wording}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {endedSorts.map(({ words, at }) => (
        <p key={words}>You ended {words} on <Day on={at} />.</p>
      ))}
      {(wantsUpdates || state !== "removed") && (
        <form method="post" action={paths.myUpdates(token, id)} className="stack">
          {!wantsUpdates && <p>By the button you agree to: “<span {...spoken}>{campaign.updatesConsentWording}</span>”</p>}
          <button className="button button-quiet" type="submit" name="wish" value={wantsUpdates ? "stop" : "start"}>
            {wantsUpdates ? "Stop updates" : "Start updates"}
          </button>
        </form>
      )}
    </section>
  );
}
