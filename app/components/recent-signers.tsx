import { paths } from "#app/http/paths.ts";
import { countryName } from "#app/signatures/countries.ts";

export interface RecentSignersProps {
  slug: string;
  signers: { name: string; country: string }[];
  language: string;
}

/** The newest signers who chose to be shown, as one running line. Names may be in any script and direction. */
export function RecentSigners({ slug, signers, language }: RecentSignersProps) {
  return (
    <section aria-labelledby="signers-title">
      <h2 id="signers-title">And lately by</h2>
      {signers.length === 0 && <p className="quiet">Nobody who wants to be shown yet. Names stand here only when their owners choose so.</p>}
      {signers.length > 0 && (
        <ul className="running-line">
          {signers.map(({ name, country }, place) => (
            // Two signers may share a name and a country.
            <li key={`${place}-${name}`}>
              <bdi>{name}</bdi>, <span className="quiet">{countryName(country, language)}</span>
            </li>
          ))}
        </ul>
      )}
      {signers.length > 0 && (
        <p>
          <a href={paths.signers(slug)}>All who chose to be shown</a>
        </p>
      )}
    </section>
  );
}
