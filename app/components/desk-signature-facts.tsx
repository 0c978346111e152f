import type { DeskSignature } from "#app/desk/signature.server.ts";
import { SIGNATURE_STATES } from "#app/signatures/signature-states.ts";
import { Moment } from "./moment.tsx";

/** What a signature says and how it came to stand where it stands. */
export function DeskSignatureFacts({ signature }: { signature: Pick<DeskSignature, "state" | "country" | "source" | "isNameShown" | "comment" | "timeline"> }) {
  const { state, country, source, isNameShown, comment, timeline } = signature;
  const { word, meaning } = SIGNATURE_STATES[state];
  return (
    <section className="desk-panel" aria-labelledby="facts">
      <h2 id="facts">
        {word.slice(0, 1).toUpperCase()}
        {word.slice(1)}
      </h2>
      <p>{meaning}</p>
      <dl className="desk-facts">
        <div>
          <dt>Country</dt>
          <dd>{country}</dd>
        </div>
        <div>
          <dt>Name</dt>
          <dd>{isNameShown ? "shown on the letter" : "hidden"}</dd>
        </div>
        <div>
          <dt>Came from</dt>
          <dd>{source ?? "nothing was said"}</dd>
        </div>
      </dl>
      {comment && (
        <blockquote className="desk-comment">
          <p dir="auto">{comment}</p>
        </blockquote>
      )}
      <ol className="ruled">
        {timeline.map(({ at, words }) => (
          <li key={`${at.toISOString()} ${words}`}>
            <Moment at={at} />
            <br />
            {words}
          </li>
        ))}
      </ol>
    </section>
  );
}
