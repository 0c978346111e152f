import { countryName } from "#app/signatures/countries.ts";
import { Day } from "./day.tsx";

interface SignerListProps {
  signers: { name: string; country: string; confirmedAt: Date; comment: string | null }[];
  /** Nobody stands before them. */
  isFirst: boolean;
  language: string;
}

/** Names in any script and direction, each with its country and day; where there is one, what they say. */
export function SignerList({ signers, isFirst, language }: SignerListProps) {
  if (signers.length === 0) {
    return <p>{isFirst ? "Nobody who wants to be shown yet. Names stand here only when their owners choose so." : "Nobody who wants to be shown signed before."}</p>;
  }
  return (
    <section aria-labelledby="people">
      <h2 id="people">{isFirst ? "People" : "People, further back"}</h2>
      <ol className="signer-list">
        {signers.map(({ name, country, confirmedAt, comment }, place) => (
          // Two signers may share a name, a country and a second.
          <li key={`${place}-${name}`}>
            <p className="signer-line">
              <bdi className="signer-name">{name}</bdi>
              <span className="quiet">
                {countryName(country, language)}, <Day on={confirmedAt} language={language} isShort />
              </span>
            </p>
            {comment && (
              <blockquote className="signer-comment" dir="auto">
                {comment}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
