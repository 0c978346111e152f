import { paths } from "#app/http/paths.ts";

interface SignatureCountProps {
  slug: string;
  count: number;
  goal: number;
  language: string;
  /** On paper, as the organizers counted them: beside the number, never in it. */
  onPaper?: number;
}

/** The stamp on the letter: how many confirmed signatures, against the goal. The live count script keeps it fresh. */
export function SignatureCount({ slug, count, goal, language, onPaper = 0 }: SignatureCountProps) {
  const number = new Intl.NumberFormat(language);
  return (
    <section className="stamp" aria-label="Signatures" data-count-url={paths.count(slug)}>
      <p>
        <strong className="stamp-count" data-count>
          {number.format(count)}
        </strong>{" "}
        {count === 1 ? "confirmed signature" : "confirmed signatures"}
      </p>
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
