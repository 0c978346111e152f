import type { RemovalPreview } from "#app/desk/lists/removal-preview.server.ts";
import { Minute } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

/** What a removal would take, before anything is taken. */
export function DeskRemovalPreview({ preview: { states, publicCount, sample } }: { preview: RemovalPreview }) {
  return (
    <>
      {states.length === 0 ? (
        <p>None of them can be removed: they are withdrawn or removed already.</p>
      ) : (
        <dl className="desk-facts">
          {states.map(({ state, word, count, isMore }) => (
            <div key={state}>
              <dt>{word}</dt>
              <dd className="number">{boundedInWords({ count, isMore })}</dd>
            </div>
          ))}
          <div>
            <dt>The public count</dt>
            <dd className="number">{tellCount(publicCount, states.find(({ state }) => state === "confirmed"))}</dd>
          </div>
        </dl>
      )}
      {sample.rows.length > 0 && <Sample sample={sample} />}
    </>
  );
}

function tellCount(before: number, confirmed: RemovalPreview["states"][number] | undefined) {
  if (!confirmed) return `stays at ${numberInWords(before)}`;
  if (confirmed.isMore) return `falls from ${numberInWords(before)} by more than ${numberInWords(confirmed.count)}`;
  const share = Math.round((confirmed.count / Math.max(before, confirmed.count)) * 100);
  return `falls from ${numberInWords(before)} to ${numberInWords(Math.max(0, before - confirmed.count))} (${share < 1 ? "less than 1" : share} % of it)`;
}

function boundedInWords({ count, isMore }: { count: number; isMore: boolean }) {
  return `${isMore ? "more than " : ""}${numberInWords(count)}`;
}

function Sample({ sample: { columns, rows, isWhole } }: Pick<RemovalPreview, "sample">) {
  return (
    <details open className="desk-preview-rows">
      <summary>{isWhole ? "All of them" : `The first ${rows.length}`}</summary>
      <table className="desk-table desk-table-stacking">
        <thead>
          <tr>
            {columns.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {columns.map(({ name, title, isHead }, place) => {
                const { text = "", at } = cells[place] ?? {};
                const words = at ? <Minute at={at} /> : <bdi>{text}</bdi>;
                return isHead ? <th key={name} scope="row">{words}</th> : <td key={name} data-label={title}>{words}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
