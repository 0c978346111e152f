import type { ClockRound } from "#app/desk/clock/read-rounds.server.ts";
import { RoundLast, RoundNext } from "./clock-round-times.tsx";
import { minuteInWords } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

/** Every round of the house's clock: folded away, for whoever runs the machine asks for it. */
export function ClockRounds({ rounds, isAway }: { rounds: ClockRound[]; isAway: boolean }) {
  return (
    <details>
      <summary>Every round of the clock ({rounds.length})</summary>
      <table className="desk-table desk-table-stacking">
        <thead>
          <tr>
            <th scope="col">Round</th>
            <th scope="col">Every</th>
            <th scope="col">Last run (UTC)</th>
            <th scope="col">Next run (UTC)</th>
            <th scope="col">Last failure (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.name}>
              <th scope="row">{round.name}</th>
              <td data-label="Every">{everyInWords(round.everySeconds)}</td>
              <td data-label="Last run (UTC)">
                <RoundLast round={round} />
              </td>
              <td data-label="Next run (UTC)">
                <RoundNext round={round} isAway={isAway} />
              </td>
              <td data-label="Last failure (UTC)">{round.failedAt ? `${minuteInWords(round.failedAt)}, reference ${round.error}` : "none"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function everyInWords(seconds: number) {
  if (seconds % 3600 === 0) return seconds === 3600 ? "hour" : `${numberInWords(seconds / 3600)} hours`;
  if (seconds % 60 === 0) return seconds === 60 ? "minute" : `${numberInWords(seconds / 60)} minutes`;
  return seconds === 1 ? "second" : `${numberInWords(seconds)} seconds`;
}
