import { Link, NavLink, useLocation } from "@remix-run/react";
import { SET_UP_STEPS, type SetUpStep, type SetUpStepKey } from "#app/desk/set-up-steps.ts";
import { paths } from "#app/http/paths.ts";

interface SetUpBarProps {
  slug: string;
  steps: SetUpStep[];
  current: SetUpStepKey;
}

/** Every step of the set-up, with how it stands; each can be gone to at any time. Folded on a phone. */
export function SetUpBar({ slug, steps, current }: SetUpBarProps) {
  const position = steps.findIndex(({ key }) => key === current);
  return (
    <nav className="set-up-bar" aria-label="Steps of the set-up">
      <details className="set-up-fold">
        <summary>
          Step {position + 1} of {steps.length}: {steps[position]?.title}
        </summary>
        <Steps slug={slug} steps={steps} />
      </details>
      <Steps slug={slug} steps={steps} />
    </nav>
  );
}

function Steps({ slug, steps }: Omit<SetUpBarProps, "current">) {
  return (
    <ol>
      {steps.map(({ key, title, needs }) => (
        <li key={key}>
          <NavLink to={stepPath(slug, key)} className={needs.length === 0 ? "set-up-done" : ""}>
            {title}
            <span className="unseen">{needs.length === 0 ? ", done" : ", something is missing"}</span>
          </NavLink>
        </li>
      ))}
    </ol>
  );
}

/** Saved with a button that leads on by itself: beside it, the way on without saving is not to look like the one to take. */
const SAVED_BY_BUTTON: readonly SetUpStepKey[] = ["name", "template", "sender", "look"];

/** The way on from one step, and back. */
export function SetUpPager({ slug, current }: { slug: string; current: SetUpStepKey }) {
  const position = SET_UP_STEPS.findIndex(({ key }) => key === current);
  const [before, after] = [SET_UP_STEPS[position - 1], SET_UP_STEPS[position + 1]];
  const isSaved = SAVED_BY_BUTTON.includes(current);
  return (
    <nav className="set-up-pager" aria-label="Before and after this step">
      {before ? <Link to={stepPath(slug, before.key)}>Back: {before.title}</Link> : <Link to={paths.setUp(slug)}>Back: all steps</Link>}
      {after && (
        <Link className={isSaved ? undefined : "button button-quiet"} to={stepPath(slug, after.key)}>
          {isSaved ? "Without saving" : "Next"}: {after.title}
        </Link>
      )}
    </nav>
  );
}

/** On the pages outside the set-up that its steps lead to: the letter, a retailer's contacts. Nobody is to be lost there. */
export function WayBackToSetUp({ slug }: { slug: string }) {
  const { pathname } = useLocation();
  if (pathname.startsWith(paths.setUp(slug))) return null;
  const isLetter = pathname.startsWith(paths.deskLetter(slug));
  const isContacts = pathname.endsWith("/contacts");
  return (
    <nav className="set-up-way-back" aria-label="Back to the set-up">
      <span>This campaign is a draft, and nobody but its team sees it.</span>
      <Link to={paths.setUp(slug)}>Back to the steps</Link>
      {isContacts && <Link to={paths.setUpStep(slug, "retailers")}>Back to Retailers</Link>}
      {isLetter && <Link to={paths.setUpStep(slug, "demands")}>Next: Demands</Link>}
    </nav>
  );
}

/** The letter has rooms of its own. */
export function stepPath(slug: string, key: SetUpStepKey) {
  return key === "letter" ? paths.deskLetter(slug) : paths.setUpStep(slug, key);
}
