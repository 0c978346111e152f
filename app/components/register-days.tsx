import { Day } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

/** As many digits as tell two states apart at a glance; the whole root is in the JSON. */
const DIGITS = 16;

interface RegisterDaysProps {
  days: readonly { day: string; size: number; count: number; root: string }[];
}

/** The states that closed the last days. */
export function RegisterDays({ days }: RegisterDaysProps) {
  if (days.length === 0) return null;
  return (
    <section>
      <h2>Day by day</h2>
      <table className="register-days">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Signatures</th>
            <th scope="col">Entries</th>
            <th scope="col">Root</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, size, count, root }) => (
            <tr key={day}>
              <th scope="row">
                <Day on={day} isShort />
              </th>
              <td className="number">{numberInWords(count)}</td>
              <td className="number">{numberInWords(size)}</td>
              <td className="digits">{root.slice(0, DIGITS)}…</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">Days in UTC. A day on which nothing was entered has no line.</p>
    </section>
  );
}
