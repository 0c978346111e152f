import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";

export interface DemandsProps {
  demands: { slug: string; title: string; summary: string; why: string; standardUrl: string | null }[];
  /** What they are written in. */
  language: string;
}

export interface StandardsProps {
  standards: { slug: string; title: string; summary: string; points: string[] }[];
}

/** What is asked of every retailer. */
export function Demands({ demands, language }: DemandsProps) {
  if (demands.length === 0) return null;
  return (
    <section aria-labelledby="demands-title">
      <h2 id="demands-title">What is asked</h2>
      <ol className="numbered" {...spokenIn(language)}>
        {demands.map(({ slug, title, summary, why, standardUrl }) => (
          <li key={slug}>
            <h3>{title}</h3>
            <p>{summary}</p>
            {why && <p className="quiet">{why}</p>}
            {standardUrl && (
              <p className="quiet" {...spokenIn(INTERFACE_LANGUAGE)}>
                Rests on{" "}
                <a href={standardUrl} rel="noopener noreferrer" dir="ltr">
                  {hostOf(standardUrl)}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where a standard is published, as much of its address as people say. */
function hostOf(url: string) {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : url;
}

/** The standards that products are held to; what each means in detail opens on demand. */
export function Standards({ standards }: StandardsProps) {
  if (standards.length === 0) return null;
  return (
    <section aria-labelledby="standards-title">
      <h2 id="standards-title">The standards</h2>
      <ul className="ruled standards">
        {standards.map(({ slug, title, summary, points }) => (
          <li key={slug}>
            <details>
              <summary>
                <strong>{title}</strong>
                <span>{summary}</span>
              </summary>
              <ul>
                {points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
