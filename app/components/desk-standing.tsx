import type { Cell } from "#app/scoreboard/cell.ts";
import { cellNotes } from "./board-words.ts";
import { Day } from "./day.tsx";
import { StanceMark } from "./stance-mark.tsx";

/** Where a target stands on each demand today, as published. */
export function DeskStanding({ demands }: { demands: (Cell & { slug: string; title: string })[] }) {
  return (
    <table className="desk-table desk-table-stacking">
      <thead>
        <tr>
          <th scope="col">Demand</th>
          <th scope="col">Stance</th>
          <th scope="col">Since</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {demands.map(({ slug, title, ...cell }) => (
          <tr key={slug}>
            <th scope="row">{title}</th>
            <td data-label="Stance">
              <StanceMark stance={cell.stance} />
            </td>
            <td data-label="Since">{cell.sinceOn && <Day on={cell.sinceOn} />}</td>
            <td data-label="Note">{cellNotes(cell).join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
