import type { Check } from "#app/desk/readiness.ts";

const STATES = { met: "Ready", warns: "Check", blocks: "Put right" } as const;

export function DeskChecklist({ checks }: { checks: Check[] }) {
  return (
    <ul className="ruled">
      {checks.map(({ title, detail, state }) => (
        <li key={title} className="desk-item">
          <span className={`desk-item-title desk-check-${state}`}>{STATES[state]}</span>
          <span>
            <strong>
              <bdi>{title}</bdi>.
            </strong>{" "}
            {detail}
          </span>
        </li>
      ))}
    </ul>
  );
}
