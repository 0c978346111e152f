import type { Campaign } from "#app/campaigns/find.server.ts";
import { letterHtml } from "#app/letters/markdown.ts";
import { listPublishedPosts, type PublicPost } from "#app/posts/list.server.ts";

/** As many as a page or a feed shows. */
export const POSTS_SHOWN = 50;

/** A post for the public: its dates, and its text as HTML. */
export function showPost({ slug, title, bodyMarkdown, publishedAt, updatedAt }: PublicPost) {
  const correctedAt = updatedAt > publishedAt ? updatedAt : null;
  return { slug, title, html: letterHtml(bodyMarkdown), publishedAt, correctedAt };
}

export async function readPosts(campaign: Pick<Campaign, "id">) {
  return (await listPublishedPosts(campaign.id, POSTS_SHOWN)).map(showPost);
}
