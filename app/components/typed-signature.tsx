import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { countryName } from "#app/signatures/countries.ts";

export interface TypedSignatureProps {
  country: string;
  postcode: string | null;
  comment: string | null;
  isNameShown: boolean;
  wantsUpdates: boolean;
  /** The organisation that is told name and address. */
  sharesWith: string | null;
}

/** All that was typed with a name: anybody could have typed it, and its owner is about to stand by it. */
export function TypedSignature({ country, postcode, comment, isNameShown, wantsUpdates, sharesWith }: TypedSignatureProps) {
  return (
    <dl className="facts">
      <dt>Country</dt>
      <dd>
        {countryName(country, INTERFACE_LANGUAGE)}
        {postcode && `, ${postcode}`}
      </dd>
      <dt>Shown</dt>
      <dd>{isNameShown ? "Your name and country may stand under the letter" : "Your name is not shown"}</dd>
      <dt>Updates</dt>
      <dd>{wantsUpdates ? "We mail you what comes of it" : "We mail you no updates"}</dd>
      {sharesWith !== null && <dt>Shared</dt>}
      {sharesWith !== null && (
        <dd>
          Your name and address, with <bdi>{sharesWith}</bdi>, who may write to you
        </dd>
      )}
      {comment && <dt>Why you signed</dt>}
      {comment && <dd className="typed-comment" dir="auto">{comment}</dd>}
    </dl>
  );
}
