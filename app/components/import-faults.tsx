import { numberInWords } from "./number-words.ts";

export interface ListedFault {
  position: number;
  line: number;
  column: string;
  reason: string;
}

/** Where a file has faults and what they are; what stands there is not repeated. */
export function ImportFaults({ faults }: { faults: ListedFault[] }) {
  return (
    <table className="desk-table desk-table-stacking">
      <caption className="unseen">Faults in the file</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Column</th>
          <th scope="col">What is wrong</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ position, line, column, reason }) => (
          <tr key={position}>
            <th scope="row" className="number">
              <span className="desk-phone-word">Line </span>
              {numberInWords(line)}
            </th>
            <td data-label="Column">
              <bdi>{column || "the whole row"}</bdi>
            </td>
            <td data-label="What is wrong">{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
