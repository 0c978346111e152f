import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import type { MySignatureFacts } from "#app/messages/my-signature.server.ts";
import { countryName } from "#app/signatures/countries.ts";
import { Day } from "./day.tsx";

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
        <SignedVersion token={token} signature={signature} />
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

/** The signature belongs to the text that was read, or agreed to since, whatever the letter says today. */
function SignedVersion({ token, signature: { id, letter, versions, newestNumber, isAskedAgain, campaign } }: MyFactsProps) {
  const { number, language, title } = letter;
  const inLanguage = language === campaign.language ? undefined : language;
  const isNewest = newestNumber === null || number >= newestNumber;
  return (
    <>
      <a href={paths.letterVersion(campaign.slug, number, inLanguage)} {...spokenIn(language)}>
        {title}
      </a>
      , version {number}
      {isNewest && ", as it stands today"}
      {!isNewest && (
        <>
          ; today it is version {newestNumber}. <a href={paths.letterChangesSince(campaign.slug, number, inLanguage)}>What has changed since</a>
        </>
      )}
      {versions.length > 1 && (
        <>
          {" "}
          You signed version {versions[0]?.number} and agreed to version {number} later.
        </>
      )}
      {isAskedAgain && (
        <p>
          <a href={paths.agreement(token, id)}>Do you agree to the new text?</a>
        </p>
      )}
    </>
  );
}

function Kept({ signature: { kept, state } }: Pick<MyFactsProps, "signature">) {
  if (kept.on) return <>until <Day on={kept.on} />{state !== "pending" && ", then name and address are erased and the count stays"}</>;
  if (kept.daysAfterClosing === null) return <>until you erase it</>;
  return <>until {kept.daysAfterClosing} days after the letter closes, then name and address are erased and the count stays</>;
}
