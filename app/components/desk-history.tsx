import type { HistoryEntry } from "#app/audit/history.server.ts";
import { changesInWords } from "#app/audit/words.ts";
import { Moment } from "./moment.tsx";

/** What was done to the thing on this page, and by whom: folded away, for it is asked for seldom. */
export function DeskHistory({ entries }: { entries: HistoryEntry[] }) {
  return (
    <details className="desk-history">
      <summary>
        History <span className="quiet number">({entries.length === 0 ? "nothing yet" : `last change ${entries[0]?.at.toISOString().slice(0, 10)}`})</span>
      </summary>
      <ol className="ruled">
        {entries.map(({ id, by, act, subject, title, before, after, at }) => (
          <li key={id}>
            <Moment at={at} />
            <br />
            {by ?? "The house"} {act} the {subject} <bdi>{title}</bdi>
            {changesInWords(before, after).map((line) => (
              <span key={line} className="desk-history-change">
                {line}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
