import type { ClockRound } from "#app/desk/clock/read-rounds.server.ts";
import { Minute } from "./moment.tsx";

interface RoundProps {
  /** Undefined as long as no worker has had it in hand. */
  round: ClockRound | undefined;
}

/** When a round ended last, and what became of it; of a failure the reference by which the log has it. */
export function RoundLast({ round }: RoundProps) {
  if (!round) return <span className="quiet">no worker yet</span>;
  const { startedAt, endedAt, outcome, error, isUnderWay } = round;
  if (outcome === "failed" && endedAt) {
    return (
      <>
        <strong className="desk-check-blocks">Failed</strong> on <Minute at={endedAt} />, reference {error}
      </>
    );
  }
  return (
    <>
      {endedAt ? <Minute at={endedAt} /> : <span className="quiet">not yet</span>}
      {isUnderWay && startedAt && (
        <span className="quiet">
          {" "}
          (under way since <Minute at={startedAt} />)
        </span>
      )}
    </>
  );
}

export function RoundNext({ round, isAway }: RoundProps & { isAway: boolean }) {
  if (isAway || !round) return <span className="quiet">when a worker is back</span>;
  if (round.isUnderWay || !round.nextAt) return <span className="quiet">under way</span>;
  if (round.everySeconds < 60) return <span className="quiet">within seconds</span>;
  return <Minute at={round.nextAt} />;
}
