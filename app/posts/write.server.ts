import { and, eq, sql as raw } from "drizzle-orm";
import { findLastEditor } from "#app/audit/last-editor.server.ts";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, posts } from "#db/schema/index.ts";
import type { PostText } from "./post-form.ts";

interface Writing {
  campaignId: string;
  postId: string;
  post: PostText;
  by: string;
}

/** A new draft. Its id is the form's, so that sending it twice is writing it once. */
export async function startPost({ campaignId, postId, post, by }: Writing, now: Date = new Date()): Promise<{ outcome: "started" | "started before" }> {
  return db.transaction(async (tx) => {
    const [started] = await tx
      .insert(posts)
      .values({ id: postId, campaignId, slug: postId, ...post, updatedAt: now, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: posts.id });
    if (!started) return { outcome: "started before" };
    await writeAudit(tx, { campaignId, by, act: "created", subject: "post", subjectId: postId, title: post.title }, now);
    return { outcome: "started" };
  });
}

interface Meanwhile {
  outcome: "conflict";
  theirs: PostText;
  by: string | null;
  at: Date;
  revision: number;
}

/** Saves a draft, or corrects what is public: then it bears the day of its correction. */
export async function savePost(
  { campaignId, postId, post, by, revision }: Writing & { revision: number },
  now: Date = new Date(),
): Promise<{ outcome: "saved" } | { outcome: "gone" } | Meanwhile> {
  return db.transaction(async (tx) => {
    const before = await lock(tx, campaignId, postId);
    if (!before) return { outcome: "gone" };
    const theirs = { title: before.title, bodyMarkdown: before.bodyMarkdown };
    const changes = changesBetween(theirs, { ...post });
    if (!changes) return { outcome: "saved" };
    const isOlder = and(isOf(campaignId, postId), eq(posts.revision, revision));
    const [saved] = await tx.update(posts).set({ ...post, revision: raw`${posts.revision} + 1`, updatedAt: now }).where(isOlder).returning({ id: posts.id });
    if (!saved) {
      const editor = await findLastEditor(tx, { campaignId, subject: "post", subjectId: postId }, now);
      return { outcome: "conflict", theirs, revision: before.revision, ...editor };
    }
    const act = before.publishedAt === null ? "changed" : "corrected";
    await writeAudit(tx, { campaignId, by, act, subject: "post", subjectId: postId, title: post.title, ...changes }, now);
    if (before.publishedAt !== null) await notify(tx, "published", before.campaignSlug);
    return { outcome: "saved" };
  });
}

/** The post with its campaign's slug, held until the transaction ends. */
export async function lock(tx: Transaction, campaignId: string, postId: string) {
  const [post] = await tx
    .select({
      title: posts.title,
      bodyMarkdown: posts.bodyMarkdown,
      revision: posts.revision,
      publishedAt: posts.publishedAt,
      withdrawnAt: posts.withdrawnAt,
      campaignSlug: campaigns.slug,
    })
    .from(posts)
    .innerJoin(campaigns, eq(campaigns.id, posts.campaignId))
    .where(isOf(campaignId, postId))
    .for("update", { of: posts });
  return post;
}

export function isOf(campaignId: string, postId: string) {
  return and(eq(posts.campaignId, campaignId), hasId(posts.id, postId));
}
