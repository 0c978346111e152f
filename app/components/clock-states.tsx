import { Link } from "@remix-run/react";
import type { CampaignClock } from "#app/desk/clock/campaign-clock.server.ts";
import { paths } from "#app/http/paths.ts";
import { SIGNATURE_STATES } from "#app/signatures/signature-states.ts";
import { Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

const STATES = ["confirmed", "pending", "suspect", "removed", "withdrawn"] as const;

/** How many signatures are in each state, to the one; the public is told those that do not count once a night, in tens. */
export function ClockStates({ slug, states }: { slug: string; states: CampaignClock["states"] }) {
  if (!states) return <p>The clock has not counted them yet.</p>;
  return (
    <>
      <dl className="desk-figures">
        {STATES.map((state) => (
          <div key={state}>
            <dt>{SIGNATURE_STATES[state].word}</dt>
            <dd>
              <Link to={`${paths.deskSignatures(slug)}?state=${state}`}>
                <strong className="desk-figure number">{numberInWords(states[state])}</strong>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        Those that do not count, as of <Moment at={states.countedAt} />. <a href={paths.counting(slug)}>How the public is told</a>
      </p>
    </>
  );
}
