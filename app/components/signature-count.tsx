import { paths } from "#app/http/paths.ts";

interface SignatureCountProps {
  slug: string;
  count: number;
  goal: number;
  language: string;
}

/** The stamp on the letter: how many confirmed signatures, against the goal. The live count script keeps it fresh. */
export function SignatureCount({ slug, count, goal, language }: SignatureCountProps) {
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
    </section>
  );
}
