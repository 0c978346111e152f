import { Day } from "./day.tsx";

export interface CoSignersProps {
  coSigners: { name: string; url: string | null; joinedOn: string }[];
  language: string;
}

/** Organisations that sign the letter, as a printed list; their number is counted from it. */
export function CoSigners({ coSigners, language }: CoSignersProps) {
  if (coSigners.length === 0) return null;
  return (
    <section className="print-too" aria-labelledby="co-signers-title">
      <h2 id="co-signers-title">
        Signed by {coSigners.length} {coSigners.length === 1 ? "organisation" : "organisations"}
      </h2>
      <ul className="roll">
        {coSigners.map(({ name, url, joinedOn }) => (
          <li key={name}>
            {url ? (
              <a href={url} rel="noopener noreferrer">
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}
            <Day on={joinedOn} language={language} isShort />
          </li>
        ))}
      </ul>
    </section>
  );
}
