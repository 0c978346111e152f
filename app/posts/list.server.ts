import { and, desc, eq, isNotNull, isNull, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { posts } from "#db/schema/index.ts";

export type PublicPost = Awaited<ReturnType<typeof listPublishedPosts>>[number];

const isPublic = and(isNotNull(posts.publishedAt), isNull(posts.withdrawnAt));

const columns = {
  id: posts.id,
  slug: posts.slug,
  title: posts.title,
  bodyMarkdown: posts.bodyMarkdown,
  publishedAt: raw<Date>`${posts.publishedAt}`.mapWith(posts.publishedAt),
  updatedAt: posts.updatedAt,
};

/** A campaign's public posts, the newest first. */
export async function listPublishedPosts(campaignId: string, limit: number) {
  return db
    .select(columns)
    .from(posts)
    .where(and(eq(posts.campaignId, campaignId), isPublic))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit);
}

/** A post that is or was public, by its address; one that was taken back says when. */
export async function findPublishedPost(campaignId: string, slug: string) {
  const [post] = await db
    .select({ ...columns, withdrawnAt: posts.withdrawnAt })
    .from(posts)
    .where(and(eq(posts.campaignId, campaignId), eq(posts.slug, slug), isNotNull(posts.publishedAt)));
  return post;
}

/** All posts of a campaign for its desk: drafts first, then the newest. */
export async function listDeskPosts(campaignId: string) {
  return db
    .select({ id: posts.id, title: posts.title, publishedAt: posts.publishedAt, updatedAt: posts.updatedAt, withdrawnAt: posts.withdrawnAt })
    .from(posts)
    .where(eq(posts.campaignId, campaignId))
    .orderBy(raw`${posts.publishedAt} desc nulls first`, desc(posts.id));
}

/** The id comes from an address: one that is no UUID, or of another campaign's post, finds nothing. */
export async function findDeskPost(campaignId: string, id: string) {
  const [post] = await db
    .select({
      id: posts.id,
      slug: posts.slug,
      title: posts.title,
      bodyMarkdown: posts.bodyMarkdown,
      revision: posts.revision,
      publishedAt: posts.publishedAt,
      updatedAt: posts.updatedAt,
      withdrawnAt: posts.withdrawnAt,
    })
    .from(posts)
    .where(and(eq(posts.campaignId, campaignId), hasId(posts.id, id)));
  return post;
}
