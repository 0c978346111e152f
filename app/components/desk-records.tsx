import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { RESPONSE_CHANNELS, RESPONSE_KINDS, type ResponseChannel, type ResponseKind } from "#app/responses/response-words.ts";
import { Day } from "./day.tsx";

interface DeskRecordsProps {
  slug: string;
  responses: { id: string; kind: ResponseKind; channel: ResponseChannel; happenedOn: string; summary: string; isPublished: boolean }[];
}

/** Everything recorded of one target, drafts too. */
export function DeskRecords({ slug, responses }: DeskRecordsProps) {
  if (responses.length === 0) return <p>Nothing is recorded yet. A search without a result is worth recording too.</p>;
  return (
    <ul className="ruled">
      {responses.map(({ id, kind, channel, happenedOn, summary, isPublished }) => (
        <li key={id} className="desk-item">
          <span className={isPublished ? "desk-item-title quiet" : "desk-item-title desk-mark-attention"}>
            {isPublished ? "Published" : "Draft"}
          </span>
          <span>
            <Link to={paths.deskResponse(slug, id)}>
              {RESPONSE_KINDS[kind].word}, <Day on={happenedOn} />
            </Link>
            {channel !== "none" && <span className="quiet"> {RESPONSE_CHANNELS[channel].toLowerCase()}</span>}
            <br />
            {summary}
          </span>
        </li>
      ))}
    </ul>
  );
}
