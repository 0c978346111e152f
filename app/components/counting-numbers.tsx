import type { PublicCount } from "#app/desk/counting/public-count.server.ts";
import type { UncountedStates } from "#app/signatures/told-states.ts";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

const UNCOUNTED: Record<keyof UncountedStates, { word: string; meaning: string }> = {
  pending: { word: "Waiting for confirmation", meaning: "Signed, and its owner has not yet acted on our mail." },
  suspect: { word: "Held back for a look", meaning: "Something about it asks for a person’s judgement. It may turn out to be genuine." },
  removed: { word: "Removed", meaning: "An organizer took it off, with a reason that is kept. It can be restored." },
  withdrawn: { word: "Withdrawn", meaning: "Its owner took it back." },
};

/** What counts, with the time it is of; then what does not, and why. */
export function CountingNumbers({ count }: { count: PublicCount }) {
  const { total, today, lastHour, asOf, imported, onPaper, night } = count;
  return (
    <>
      <section aria-labelledby="counts">
        <h2 id="counts">What counts</h2>
        <p className="counting-total">
          <strong>{numberInWords(total)}</strong> {total === 1 ? "confirmed signature" : "confirmed signatures"}
        </p>
        <p>
          {numberInWords(today)} since midnight (UTC), {numberInWords(lastHour)} in the last hour. Everybody who confirmed before <Moment at={asOf} /> is in it.
        </p>
        {imported > 0 && (
          <p>
            {numberInWords(imported)} of them were verified elsewhere and brought in by the organizers; the others confirmed by our mail.
          </p>
        )}
        {onPaper > 0 && (
          <p>
            On paper there are <strong>{numberInWords(onPaper)}</strong> more, counted by the organizers. They stand beside the number and are never added to it, for nobody here can check them.
          </p>
        )}
      </section>
      <section aria-labelledby="counts-not">
        <h2 id="counts-not">What does not count</h2>
        <dl className="counting-states">
          {statesOf(night).map(({ word, meaning, number }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>
                {number && <strong>{number}</strong>}
                <span>{meaning}</span>
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet">
          {night ? (
            <>
              These are told once a night, last on <Moment at={night.endedAt} />, and in tens:
            </>
          ) : (
            <>These are told once a night, in tens, from the first night on:</>
          )}{" "}
          told at once and to the last one, they would answer whoever types somebody’s address to learn whether that person has signed.
        </p>
      </section>
    </>
  );
}

function statesOf(night: PublicCount["night"]) {
  const states = night?.states;
  return [
    { ...UNCOUNTED.pending, number: inTens(states?.pending) },
    { ...UNCOUNTED.suspect, number: inTens(states?.suspect) },
    { ...UNCOUNTED.removed, number: inTens(states?.removed) },
    { ...UNCOUNTED.withdrawn, number: inTens(states?.withdrawn) },
  ];
}

function inTens(number: number | undefined) {
  if (number === undefined) return undefined;
  return number === 0 ? "fewer than 10" : `about ${numberInWords(number)}`;
}
