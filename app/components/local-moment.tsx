import { useSyncExternalStore } from "react";
import { Moment } from "./moment.tsx";

/** An instant in UTC, and beside it what that is on the reader's own clock, where their browser tells. */
export function LocalMoment({ at }: { at: Date }) {
  const local = useSyncExternalStore(neverChanges, () => onOwnClock(at), unknown);
  return (
    <>
      <Moment at={at} />
      {local && (
        <>
          {" "}
          <span className="quiet">({local} where you are)</span>
        </>
      )}
    </>
  );
}

function neverChanges() {
  return () => {};
}

/** The server knows nobody's clock. */
function unknown() {
  return undefined;
}

/** With the weekday, for it may be another day there; undefined where that clock is UTC itself. */
function onOwnClock(at: Date) {
  if (at.getTimezoneOffset() === 0) return undefined;
  return at.toLocaleString("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" });
}
