import { paths } from "#app/http/paths.ts";

export interface AnswersLineProps {
  slug: string;
  /** One per retailer: where the contact with it stands, and what it answered on how many demands. */
  answers: { retailer: { slug: string; name: string }; contact: string; stances: string }[];
}

/** The state of the answers in one line per retailer; the board has the evidence. */
export function AnswersLine({ slug, answers }: AnswersLineProps) {
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">Answers so far</h2>
      <ul className="ruled answers">
        {answers.map(({ retailer, contact, stances }) => (
          <li key={retailer.slug}>
            <a href={paths.retailer(retailer.slug)}>{retailer.name}</a>
            <span>
              {stances} <span className="quiet">{contact}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="to-board">
        <a href={paths.scoreboard(slug)}>Who promised, who acted and who is silent: the scoreboard</a>
      </p>
    </section>
  );
}
