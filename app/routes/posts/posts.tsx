import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Foot } from "#app/components/foot.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { PostArticle } from "#app/components/post-article.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { feedLink } from "./post-meta.ts";
import { readPosts } from "./read-posts.server.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Countersign" }];
  const { campaign, canonicalUrl, feedUrl } = data;
  return [
    { title: `News of ${campaign.name}` },
    { name: "description", content: `What has happened since the open letter “${campaign.name}” was published.` },
    { tagName: "link", rel: "canonical", href: canonicalUrl },
    feedLink(feedUrl, campaign.name),
  ];
};

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { slug, name, language, privacyContact } = campaign;
  return {
    campaign: { slug, name, language, privacyContact },
    posts: await readPosts(campaign),
    canonicalUrl: absolute(paths.posts(slug)),
    feedUrl: absolute(paths.postsFeed(slug)),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export default function Posts() {
  const { campaign, posts } = useLoaderData<typeof loader>();
  return (
    <>
      <Masthead campaign={campaign} />
      <main id="main" className="posts-page">
        <header className="posts-head">
          <p className="over-title">
            <bdi>{campaign.name}</bdi>
          </p>
          <h1>News</h1>
          <p className="posts-feed">
            <a href={paths.postsFeed(campaign.slug)} type="application/atom+xml">
              Follow by Atom
            </a>
          </p>
        </header>
        {posts.length === 0 && (
          <p className="lead">
            Nothing has been published yet. <a href={paths.letter(campaign.slug)}>Read the letter</a>
          </p>
        )}
        {posts.map((post) => (
          <PostArticle key={post.slug} campaign={campaign} post={post} isInList />
        ))}
      </main>
      <Foot slug={campaign.slug} privacyContact={campaign.privacyContact} />
    </>
  );
}
