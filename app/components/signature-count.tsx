import { paths } from "#app/http/paths.ts";

interface SignatureCountProps {
  slug: string;
  count: number;
  goal: number;
  language: string;
  /** Where the letter has changed materially: how many are under today's text, how many under an earlier one, and where it is told. */
  under?: { today: number; earlier: number; path: string } | undefined;
  /** On paper, as the organizers counted them: beside the number, never in it. */
  onPaper?: number;
}

/** The stamp on the letter: how many confirmed signatures, against the goal. The live count script keeps it fresh. */
export function SignatureCount({ slug, count, goal, language, under, onPaper = 0 }: SignatureCountProps) {
  const number = new Intl.NumberFormat(language);
  return (
    <section className="stamp" aria-label="Signatures" data-count-url={paths.count(slug)}>
      <p>
        <strong className="stamp-count" data-count>
          {number.format(count)}
        </strong>{" "}
        {count === 1 ? "confirmed signature" : "confirmed signatures"}
      </p>
      {under && (
        <p className="stamp-texts">
          of which <span data-count-today>{number.format(under.today)}</span> under this text and{" "}
          <span data-count-earlier>{number.format(under.earlier)}</span> under <a href={under.path}>an earlier one</a>
        </p>
      )}
      <progress max={goal} value={Math.min(count, goal)} aria-label={`Towards the goal of ${number.format(goal)}`} />
      <p className="stamp-goal">
        {count >= goal ? `The goal of ${number.format(goal)} is reached` : `of ${number.format(goal)} we aim for`}
      </p>
      {onPaper > 0 && <p className="stamp-goal">and {number.format(onPaper)} on paper, counted by the organizers</p>}
      <p className="stamp-how">
        <a href={paths.counting(slug)}>How we count</a>
      </p>
    </section>
  );
}
