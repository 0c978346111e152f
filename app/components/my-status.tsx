import { paths } from "#app/http/paths.ts";
import type { MySignatureFacts } from "#app/messages/my-signature.server.ts";
import { Day } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

interface MyStatusProps {
  token: string;
  signature: MySignatureFacts;
}

/** "Did my signature count?", answered in the first line; and where it does not, why, and what can be done. */
export function MyStatus({ token, signature }: MyStatusProps) {
  if (signature.state === "confirmed") return <Counts signature={signature} />;
  if (signature.state === "withdrawn") return <Withdrawn token={token} signature={signature} />;
  if (signature.state === "removed") return <Removed signature={signature} />;
  return <Waits signature={signature} />;
}

function Counts({ signature: { confirmedAt, number } }: Pick<MyStatusProps, "signature">) {
  return (
    <p className="my-answer">
      <strong>Yes, it counts</strong>
      {confirmedAt && (
        <>
          {" "}
          since <Day on={confirmedAt} />
        </>
      )}
      {number !== null && <>, as number {numberInWords(number)} of those that count today</>}.
    </p>
  );
}

function Waits({ signature: { campaign, kept } }: Pick<MyStatusProps, "signature">) {
  return (
    <>
      <p className="my-answer">
        <strong>No, not yet:</strong> it waits for confirmation.
      </p>
      <p>
        Open the mail that we send to everybody who signs, and confirm it there. {campaign.canSign && (
          <>
            No mail? <a href={paths.sign(campaign.slug)}>Sign once more</a>, and it is sent again.
          </>
        )}{" "}
        {kept.on && (
          <>
            A request that is not confirmed is deleted on <Day on={kept.on} />.
          </>
        )}
      </p>
    </>
  );
}

function Withdrawn({ token, signature: { id, name, withdrawnAt, campaign } }: MyStatusProps) {
  return (
    <>
      <p className="my-answer">
        <strong>No:</strong> you withdrew it{withdrawnAt && <> on <Day on={withdrawnAt} /></>}.
      </p>
      {campaign.canSign ? (
        <form method="post" action={paths.signingAgain(token, id)}>
          <button className="button" type="submit">
            Sign again<span className="unseen"> as {name}</span>
          </button>
        </form>
      ) : (
        <p>The letter takes no signatures any more, and so it cannot be signed again.</p>
      )}
    </>
  );
}

function Removed({ signature: { removedAt, isTakenBack, campaign } }: Pick<MyStatusProps, "signature">) {
  return (
    <>
      <p className="my-answer">
        <strong>No:</strong> the organizers removed it{removedAt && <> on <Day on={removedAt} /></>}.
      </p>
      <p>
        They gave a reason in their own log, which is not shown here. If you think it is a mistake, write to{" "}
        <a href={`mailto:${campaign.privacyContact}`}>{campaign.privacyContact}</a>: what they removed they can restore.
        {isTakenBack && " You have withdrawn it besides, so that it stays off the letter even then."}
      </p>
    </>
  );
}
