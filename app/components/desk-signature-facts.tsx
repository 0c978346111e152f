import { Link } from "@remix-run/react";
import type { DeskSignature } from "#app/desk/signature.server.ts";
import { SIGNATURE_STATES } from "#app/signatures/signature-states.ts";
import { paths } from "#app/http/paths.ts";
import { Moment } from "./moment.tsx";

type Shown = Pick<DeskSignature, "state" | "country" | "source" | "isNameShown" | "comment" | "timeline" | "suspicions" | "trace">;

/** What a signature says and how it came to stand where it stands. */
export function DeskSignatureFacts({ slug, signature }: { slug: string; signature: Shown }) {
  const { state, country, source, isNameShown, comment, timeline, suspicions, trace } = signature;
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
        {trace && (
          <>
            <div>
              <dt>Network</dt>
              <dd>{trace.network === null ? "not known" : <Others slug={slug} filter="network" value={trace.network} />}</dd>
            </div>
            <div>
              <dt>Mail domain</dt>
              <dd>
                <Others slug={slug} filter="domain" value={trace.mailDomain} />
              </dd>
            </div>
          </>
        )}
      </dl>
      {suspicions.length > 0 && (
        <dl className="desk-whys">
          <dt>{state === "suspect" ? "Why suspect" : "Why it was suspect"}</dt>
          {suspicions.map((words) => (
            <dd key={words}>{words}</dd>
          ))}
        </dl>
      )}
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

/** Leads to all that came from there in the days in which that is kept. */
function Others({ slug, filter, value }: { slug: string; filter: "network" | "domain"; value: string }) {
  return (
    <Link to={`${paths.deskSignatures(slug)}?${new URLSearchParams({ [filter]: value }).toString()}`}>
      {value}
      <span className="unseen">: all signatures from there</span>
    </Link>
  );
}
