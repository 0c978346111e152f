import type { ReactNode } from "react";
import { numberInWords } from "./number-words.ts";

interface ChartFrameProps {
  title: string;
  /** What is drawn and how to read it, in a sentence. */
  says: ReactNode;
  children: ReactNode;
  table: ChartTableProps;
}

interface ChartTableProps {
  head: string[];
  /** The first cell names the row; a number is set as one. */
  rows: { key: string; cells: (string | number)[] }[];
}

/** One chart: its title, what it says, the drawing, and the same numbers as a table. */
export function ChartFrame({ title, says, children, table }: ChartFrameProps) {
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <p className="quiet">{says}</p>
      </figcaption>
      {children}
      <details>
        <summary>
          <span className="unseen">{title}: </span>the same as a table
        </summary>
        <ChartTable {...table} />
      </details>
    </figure>
  );
}

function ChartTable({ head, rows }: ChartTableProps) {
  return (
    <div className="chart-table">
      <table className="desk-table">
        <thead>
          <tr>
            {head.map((word, position) => (
              <th key={word} scope="col" className={position === 0 ? undefined : "desk-number"}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name = "", ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, position) => (
                <td key={head[position + 1]} className="desk-number">
                  {typeof cell === "number" ? numberInWords(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
