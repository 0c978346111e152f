import { and, eq, like, ne, or } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { suggestSlug } from "#app/campaigns/slug.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, posts } from "#db/schema/index.ts";
import { isOf, lock } from "./write.server.ts";

interface PostStep {
  campaignId: string;
  postId: string;
  by: string;
}

/** Makes a draft public under an address that it keeps whatever becomes of its title. Twice is once. */
export async function publishPost({ campaignId, postId, by }: PostStep, now: Date = new Date()): Promise<{ outcome: "published" | "published before" | "gone" }> {
  return db.transaction(async (tx) => {
    // One at a time in a campaign, so that two posts of one title get two addresses.
    await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("no key update");
    const post = await lock(tx, campaignId, postId);
    if (!post) return { outcome: "gone" };
    if (post.publishedAt !== null) return { outcome: "published before" };
    const slug = await freeSlug(tx, { campaignId, postId }, suggestSlug(post.title) || "post");
    await tx.update(posts).set({ slug, publishedAt: now, updatedAt: now }).where(isOf(campaignId, postId));
    await writeAudit(tx, { campaignId, by, act: "published", subject: "post", subjectId: postId, title: post.title }, now);
    await notify(tx, "published", post.campaignSlug);
    return { outcome: "published" };
  });
}

/** Takes a public post back: its address stays and says so, with the day. What was read cannot be unread. */
export async function withdrawPost(step: PostStep, now: Date = new Date()): Promise<{ outcome: "withdrawn" | "gone" }> {
  return (await setWithdrawn(step, now, now)) ? { outcome: "withdrawn" } : { outcome: "gone" };
}

export async function restorePost(step: PostStep, now: Date = new Date()): Promise<{ outcome: "restored" | "gone" }> {
  return (await setWithdrawn(step, null, now)) ? { outcome: "restored" } : { outcome: "gone" };
}

/** False when there is no such public post, or it is so already. */
async function setWithdrawn({ campaignId, postId, by }: PostStep, withdrawnAt: Date | null, now: Date) {
  return db.transaction(async (tx) => {
    const post = await lock(tx, campaignId, postId);
    if (!post || post.publishedAt === null || (post.withdrawnAt === null) === (withdrawnAt === null)) return false;
    await tx.update(posts).set({ withdrawnAt }).where(isOf(campaignId, postId));
    const act = withdrawnAt === null ? "restored" : "withdrew";
    await writeAudit(tx, { campaignId, by, act, subject: "post", subjectId: postId, title: post.title }, now);
    await notify(tx, "published", post.campaignSlug);
    return true;
  });
}

/** An imported draft may bear the wanted one already: its own is not taken. */
async function freeSlug(tx: Transaction, { campaignId, postId }: Pick<PostStep, "campaignId" | "postId">, wanted: string) {
  const taken = await tx
    .select({ slug: posts.slug })
    .from(posts)
    .where(and(eq(posts.campaignId, campaignId), ne(posts.id, postId), or(eq(posts.slug, wanted), like(posts.slug, `${wanted}-%`))));
  const slugs = new Set(taken.map(({ slug }) => slug));
  let number = 1;
  while (slugs.has(spell(wanted, number))) number += 1;
  return spell(wanted, number);
}

function spell(slug: string, number: number) {
  return number === 1 ? slug : `${slug}-${number}`;
}
