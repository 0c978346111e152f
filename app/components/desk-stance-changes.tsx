import type { StanceValue } from "#app/responses/stance-values.ts";
import { Day } from "./day.tsx";
import { StanceMark } from "./stance-mark.tsx";

interface DeskStanceChangesProps {
  changes: { demandTitle: string; value: StanceValue; sinceOn: string; dueOn: string | null; reason: string | null }[];
}

export function DeskStanceChanges({ changes }: DeskStanceChangesProps) {
  if (changes.length === 0) return <p>No stance: it stands in the retailer’s timeline only.</p>;
  return (
    <ul className="ruled">
      {changes.map(({ demandTitle, value, sinceOn, dueOn, reason }) => (
        <li key={demandTitle}>
          <strong>{demandTitle}</strong>
          <br />
          <StanceMark stance={value} /> since <Day on={sinceOn} />
          {dueOn && (
            <>
              , due on <Day on={dueOn} />
            </>
          )}
          {reason && <p className="quiet">{reason}</p>}
        </li>
      ))}
    </ul>
  );
}
