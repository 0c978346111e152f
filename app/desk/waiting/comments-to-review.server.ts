import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Beyond these nobody counts by eye. */
const COUNTED = 10_000;

/** What signers who chose to be shown wrote, and nobody has read for the public. */
export function commentsToReview({ comments }: { comments: (campaignSlug: string) => string }): WaitingKind {
  const waiting = () => sql`(
    select confirmed_at from signatures
    where campaign_id = c.id and state = 'confirmed' and is_name_shown and comment is not null and comment_review is null
    order by confirmed_at limit ${COUNTED}
  )`;
  return {
    name: "comments",
    title: "Comments to review",
    act: "moderate",
    async count(campaigns) {
      return byCampaign(await sql`
        select c.id as "campaignId", w.count from campaigns c, lateral (select count(*)::int as count from ${waiting()} one) w
        where c.id in ${sql(idsOf(campaigns))} and w.count > 0`);
    },
    async list(campaign) {
      const [found] = await sql<{ count: number; since: Date | null }[]>`
        select count(*)::int as count, min(one.confirmed_at) as since from campaigns c, lateral ${waiting()} one where c.id = ${campaign.id}`;
      if (!found || found.count === 0) return [];
      const number = found.count === COUNTED ? `${COUNTED.toLocaleString("en")} or more` : found.count.toLocaleString("en");
      return [{ id: "comments", words: `${number} to review`, since: found.since, path: comments(campaign.slug) }];
    },
    path: comments,
  };
}
