import { RESPONSE_CHANNELS, RESPONSE_KINDS } from "#app/responses/response-words.ts";
import type { PublishedResponse } from "#app/scoreboard/retailer-record.server.ts";
import { demandAnchor, responseAnchor } from "./board-anchor.ts";
import { Evidence } from "./board-evidence.tsx";
import { Day } from "./day.tsx";
import { StanceMark } from "./stance-mark.tsx";

interface TimelineProps {
  campaignSlug: string;
  askedOn: string | null;
  responses: PublishedResponse[];
}

/** Everything published about one retailer in one campaign, in the order in which it happened. */
export function ResponseTimeline({ campaignSlug, askedOn, responses }: TimelineProps) {
  const before = responses.filter(({ isBeforeAsked }) => isBeforeAsked);
  const after = responses.filter(({ isBeforeAsked }) => !isBeforeAsked);
  return (
    <ol className="timeline">
      {before.map((response) => (
        <TimelineEntry key={response.id} campaignSlug={campaignSlug} response={response} />
      ))}
      {askedOn && (
        <li className="timeline-asked">
          <p className="timeline-day">
            <Day on={askedOn} />
          </p>
          <p>It was asked.</p>
        </li>
      )}
      {after.map((response) => (
        <TimelineEntry key={response.id} campaignSlug={campaignSlug} response={response} />
      ))}
    </ol>
  );
}

function TimelineEntry({ campaignSlug, response }: { campaignSlug: string; response: PublishedResponse }) {
  const { id, happenedOn, kind, channel, summary, isBeforeAsked, needsFreshLook, stances } = response;
  return (
    <li id={responseAnchor(id)}>
      <p className="timeline-day">
        <Day on={happenedOn} />
      </p>
      <div className="timeline-entry">
        <h4>
          {RESPONSE_KINDS[kind].word}
          <span className="timeline-channel">
            {channel !== "none" && `, ${RESPONSE_CHANNELS[channel].toLowerCase()}`}
            {isBeforeAsked && ", before it was asked"}
          </span>
        </h4>
        <p>{summary}</p>
        <Evidence {...response} needsFreshLook={needsFreshLook} />
        {stances.length > 0 && (
          <ul className="timeline-stances" aria-label="What this changed">
            {stances.map(({ demandSlug, demandTitle, value }) => (
              <li key={demandSlug}>
                <StanceMark stance={value} />
                <a href={`#${demandAnchor(campaignSlug, demandSlug)}`}>{demandTitle}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
