import { needsFreshLook } from "#app/responses/evidence.ts";
import type { ResponseRow } from "#app/responses/list.server.ts";
import { reviewOf } from "#app/responses/review.ts";
import type { PublishedResponse } from "#app/scoreboard/retailer-record.server.ts";

interface Preview {
  response: ResponseRow;
  askedOn: string | null;
  /** Who would publish it, as long as it is a draft. */
  organizerId: string;
  today: string;
}

/** A response as the retailer's public page shows it, or will once this organizer publishes it. */
export function previewResponse({ response, askedOn, organizerId, today }: Preview): PublishedResponse {
  const { id, happenedOn, channel, kind, summary, quote, sourceUrl, sourceTitle, capturedOn, recordedBy, stances } = response;
  const publishedBy = response.publishedAt ? response.publishedBy : organizerId;
  return {
    id, happenedOn, channel, kind, summary, quote, sourceUrl, sourceTitle, capturedOn,
    review: reviewOf({ recordedBy, publishedBy }),
    needsFreshLook: needsFreshLook(capturedOn, today),
    isBeforeAsked: askedOn !== null && happenedOn < askedOn,
    stances: stances.map(({ demandSlug, demandTitle, value }) => ({ demandSlug, demandTitle, value })),
  };
}
