import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import type { MySignatureFacts } from "#app/messages/my-signature.server.ts";
import { countryName } from "#app/signatures/countries.ts";
import { Day } from "./day.tsx";
import { letterPath } from "./letter-languages.tsx";

interface MyFactsProps {
  token: string;
  signature: MySignatureFacts;
}

/** What one signature says, each part with the way to change it. */
export function MyFacts({ token, signature }: MyFactsProps) {
  const { id, state, name, email, country, postcode, comment, isNameShown, signedAt, canEdit } = signature;
  const isShown = isNameShown && (state === "confirmed" || state === "pending");
  return (
    <dl className="facts my-facts">
      <dt>Letter</dt>
      <dd>
        <SignedVersion signature={signature} />
      </dd>
      <dt>Signed</dt>
      <dd>
        <Day on={signedAt} />
      </dd>
      <dt>Name</dt>
      <dd>
        <bdi>{name}</bdi>, {isShown ? "may stand under the letter with your country" : "not shown"}
        {canEdit && <Change href={paths.myName(token, id)} what="name, and whether it is shown" />}
      </dd>
      <dt>Country</dt>
      <dd>
        {countryName(country, INTERFACE_LANGUAGE)}
        {postcode && `, ${postcode}`}
        {canEdit && <Change href={paths.myPlace(token, id)} what="country and postcode" />}
      </dd>
      <dt>Comment</dt>
      <dd>
        {comment ? <span className="my-comment" dir="auto">{comment}</span> : "None"}
        {canEdit && <Change href={paths.myComment(token, id)} what="comment" />}
      </dd>
      <dt>E-mail</dt>
      <dd>
        <bdi>{email}</bdi>, never shown
      </dd>
      <dt>Kept</dt>
      <dd>
        <Kept signature={signature} />
      </dd>
    </dl>
  );
}

function Change({ href, what }: { href: string; what: string }) {
  return (
    <>
      {" "}
      <a className="my-change" href={href}>
        Change<span className="unseen"> {what}</span>
      </a>
    </>
  );
}

/** The signature belongs to the text that was read, whatever the letter says today. */
function SignedVersion({ signature: { letter, newestNumber, campaign } }: Pick<MyFactsProps, "signature">) {
  const isNewest = newestNumber === null || letter.number >= newestNumber;
  return (
    <>
      <a href={letterPath(campaign, letter.language)} {...spokenIn(letter.language)}>
        {letter.title}
      </a>
      , version {letter.number}
      {isNewest ? ", as it stands today" : `; today it is version ${newestNumber}`}
    </>
  );
}

function Kept({ signature: { kept, state } }: Pick<MyFactsProps, "signature">) {
  if (kept.on) return <>until <Day on={kept.on} />{state !== "pending" && ", then name and address are erased and the count stays"}</>;
  if (kept.daysAfterClosing === null) return <>until you erase it</>;
  return <>until {kept.daysAfterClosing} days after the letter closes, then name and address are erased and the count stays</>;
}
