import { isPrivateChannel, RESPONSE_CHANNELS } from "#app/responses/response-words.ts";
import type { Review } from "#app/responses/review.ts";
import type { PublishedResponse } from "#app/scoreboard/retailer-record.server.ts";
import { Day } from "./day.tsx";

type EvidenceProps = Pick<
  PublishedResponse,
  "channel" | "kind" | "quote" | "sourceUrl" | "sourceTitle" | "capturedOn" | "review"
> & { needsFreshLook: boolean };

const REVIEWS: Record<Review, string> = {
  "public sources": "Recorded from public sources",
  "single review": "Single review",
  "two people": "Recorded by one person, approved by another",
};

/** What a record rests on: the words, where they stand, when they were read and by how many people. */
export function Evidence({
  channel, kind, quote, sourceUrl, sourceTitle, capturedOn, review, needsFreshLook,
}: EvidenceProps) {
  return (
    <div className="evidence">
      {quote && (
        <blockquote dir="auto" cite={sourceUrl ?? undefined}>
          {quote}
        </blockquote>
      )}
      <p className="evidence-source">
        {sourceUrl ? (
          <>
            Source:{" "}
            <a href={sourceUrl} rel="noopener nofollow external">
              <bdi>{sourceTitle ?? new URL(sourceUrl).hostname}</bdi>
            </a>
          </>
        ) : (
          (sourceTitle ?? whereItCame(channel, kind))
        )}
        {capturedOn && (
          <>
            {kind === "no_answer" ? ", searched on " : ", read on "}
            <Day on={capturedOn} />
          </>
        )}
        . {REVIEWS[review]}.
        {needsFreshLook && <strong> Older than two years: needs a fresh look.</strong>}
      </p>
    </div>
  );
}

function whereItCame(channel: PublishedResponse["channel"], kind: PublishedResponse["kind"]) {
  if (kind === "no_answer") return "Our own search";
  if (isPrivateChannel(channel)) return `${RESPONSE_CHANNELS[channel]} to the organizers, not public elsewhere`;
  return `No page was kept (${RESPONSE_CHANNELS[channel].toLowerCase()})`;
}
