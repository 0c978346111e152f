import { spokenIn } from "#app/letters/languages.ts";

export interface DemandsProps {
  demands: { slug: string; title: string; summary: string }[];
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
        {demands.map(({ slug, title, summary }) => (
          <li key={slug}>
            <h3>{title}</h3>
            <p>{summary}</p>
          </li>
        ))}
      </ol>
    </section>
  );
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
