import { sql } from "#db/client.server.ts";
import { signaturesWaiting } from "./signatures-waiting.server.ts";
import type { WaitingKind } from "./waiting-kind.ts";

/** What signers who chose to be shown wrote, and nobody has read for the public. */
export function commentsToReview({ comments }: { comments: (campaignSlug: string) => string }): WaitingKind {
  return signaturesWaiting({
    name: "comments",
    title: "Comments to review",
    which: () => sql`s.state = 'confirmed' and s.is_name_shown and s.comment is not null and s.comment_review is null`,
    since: () => sql`s.confirmed_at`,
    words: "to review",
    path: comments,
  });
}
