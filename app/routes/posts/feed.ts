import type { LoaderFunctionArgs } from "@remix-run/node";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { letterHtml } from "#app/letters/markdown.ts";
import { printAtom } from "#app/posts/atom.ts";
import { listPublishedPosts } from "#app/posts/list.server.ts";
import { POSTS_SHOWN } from "./read-posts.server.ts";

/** The campaign's newest posts as an Atom feed. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { id, slug, name, language, openedAt } = await requireCampaign(params.slug);
  const posts = await listPublishedPosts(id, POSTS_SHOWN);
  const changes = posts.map(({ updatedAt }) => updatedAt.getTime());
  const feed = printAtom({
    id,
    title: `News of ${name}`,
    language,
    author: name,
    selfUrl: absolute(paths.postsFeed(slug)),
    pageUrl: absolute(paths.posts(slug)),
    updatedAt: new Date(Math.max(openedAt?.getTime() ?? 0, ...changes)),
    entries: posts.map((post) => ({ ...post, url: absolute(paths.post(slug, post.slug)), html: letterHtml(post.bodyMarkdown) })),
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
