import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { countryName } from "#app/signatures/countries.ts";
import type { SignerPage } from "#app/signatures/me.server.ts";
import { Day } from "./day.tsx";
import { letterPath } from "./letter-languages.tsx";

interface MySignatureProps {
  signature: Omit<SignerPage["signature"], "id">;
  letter: SignerPage["letter"];
  campaign: { slug: string; language: string };
}

const STATES: Record<SignerPage["signature"]["state"], string> = {
  pending: "waits for you to confirm it",
  confirmed: "confirmed, and counted",
  withdrawn: "withdrawn, and not counted",
  suspect: "held back until an organizer has looked at it",
  removed: "removed by the organizers, and not counted",
};

/** All that is held about one signature. */
export function MySignature({ signature, letter, campaign }: MySignatureProps) {
  const { email, country, postcode, comment, isNameShown, state, signedAt, confirmedAt } = signature;
  const mayBeShown = isNameShown && (state === "pending" || state === "confirmed");
  return (
    <section>
      <h2>Your signature</h2>
      <dl className="facts">
        <dt>Letter</dt>
        <dd>
          <a href={letterPath(campaign, letter.language)} {...spokenIn(letter.language)}>
            {letter.title}
          </a>, version {letter.number}
        </dd>
        <dt>State</dt>
        <dd>{STATES[state]}</dd>
        <dt>Signed</dt>
        <dd>
          <Day on={signedAt} />
          {confirmedAt && (
            <>
              , confirmed <Day on={confirmedAt} />
            </>
          )}
        </dd>
        <dt>Shown</dt>
        <dd>{mayBeShown ? "Your name and country may stand under the letter" : "Your name is not shown"}</dd>
        <dt>E-mail</dt>
        <dd>{email}, never shown</dd>
        <dt>Country</dt>
        <dd>
          {countryName(country, INTERFACE_LANGUAGE)}
          {postcode && `, ${postcode}`}
        </dd>
        {comment && <dt>Why you signed</dt>}
        {comment && <dd dir="auto">{comment}</dd>}
      </dl>
    </section>
  );
}
