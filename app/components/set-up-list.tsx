import { Link } from "@remix-run/react";
import type { SetUpStep } from "#app/desk/set-up-steps.ts";
import { stepPath } from "./set-up-bar.tsx";

interface SetUpListProps {
  slug: string;
  steps: SetUpStep[];
  canEdit: boolean;
}

/** The steps with what each still needs and what would do it good. */
export function SetUpList({ slug, steps, canEdit }: SetUpListProps) {
  return (
    <ol className="ruled set-up-list">
      {steps.map(({ key, title, purpose, needs, wishes }) => (
        <li key={key} className={needs.length === 0 ? "set-up-done" : undefined}>
          <div>
            <p className="set-up-title">{canEdit ? <Link to={stepPath(slug, key)}>{title}</Link> : title}</p>
            <p className="quiet">{purpose}</p>
          </div>
          <Lacks needs={needs} wishes={wishes} />
        </li>
      ))}
    </ol>
  );
}

export function Lacks({ needs, wishes }: Pick<SetUpStep, "needs" | "wishes">) {
  if (needs.length + wishes.length === 0) return <p className="desk-check-met">Done</p>;
  return (
    <ul className="set-up-lacks">
      {needs.map((need) => (
        <li key={need}>
          <strong className="desk-check-blocks">Needed.</strong> {need}
        </li>
      ))}
      {wishes.map((wish) => (
        <li key={wish}>
          <strong className="desk-check-warns">Good to have.</strong> {wish}
        </li>
      ))}
    </ul>
  );
}
