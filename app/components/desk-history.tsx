import type { HistoryEntry } from "#app/audit/history.server.ts";
import { actorOf, changesInWords } from "#app/audit/words.ts";
import { dayInWords } from "./day.tsx";
import { Moment } from "./moment.tsx";

/** What was done to the thing on this page, and by whom: folded away, for it is asked for seldom. */
export function DeskHistory({ entries }: { entries: HistoryEntry[] }) {
  const [latest] = entries;
  return (
    <details className="desk-history">
      <summary>
        History <span className="quiet">({latest ? `last change on ${dayInWords(latest.at.toISOString(), "en", true)}` : "nothing yet"})</span>
      </summary>
      <ol className="ruled">
        {entries.map(({ id, by, act, subject, title, before, after, at }) => (
          <li key={id}>
            <Moment at={at} />
            <br />
            {actorOf({ by, subject })} {act} the {subject} <bdi>{title}</bdi>
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
