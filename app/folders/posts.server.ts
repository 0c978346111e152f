import { and, asc, eq, isNull } from "drizzle-orm";
import { suggestSlug } from "#app/campaigns/slug.ts";
import type { Transaction } from "#db/client.server.ts";
import { posts } from "#db/schema/index.ts";
import type { FolderPost } from "./folder-campaign.ts";

const LONGEST_WITH_NUMBER = 56;

/** A campaign's posts, published or not, but for those that were taken back. A draft is named by its title until it has an address. */
export async function readPosts(tx: Transaction, campaignId: string): Promise<FolderPost[]> {
  const rows = await tx
    .select({ id: posts.id, slug: posts.slug, title: posts.title, bodyMarkdown: posts.bodyMarkdown })
    .from(posts)
    .where(and(eq(posts.campaignId, campaignId), isNull(posts.withdrawnAt)))
    .orderBy(asc(posts.createdAt), asc(posts.id));
  const taken = new Set(rows.filter(({ id, slug }) => slug !== id).map(({ slug }) => slug));
  const named = rows.map(({ id, slug, ...post }) => ({ slug: slug === id ? nameOf(post.title, taken) : slug, ...post }));
  return named.toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
}

function nameOf(title: string, taken: Set<string>): string {
  const slug = suggestSlug(title) || "post";
  let name = slug;
  for (let number = 2; taken.has(name); number += 1) name = `${slug.slice(0, LONGEST_WITH_NUMBER).replace(/-+$/, "")}-${number}`;
  taken.add(name);
  return name;
}
