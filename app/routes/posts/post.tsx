import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { Foot } from "#app/components/foot.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { PostArticle } from "#app/components/post-article.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { findPublishedPost } from "#app/posts/list.server.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { feedLink } from "./post-meta.ts";
import { showPost } from "./read-posts.server.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return [{ title: "Countersign" }];
  const { campaign, title, canonicalUrl, feedUrl } = shown;
  return [
    { title: `${title} · ${campaign.name}` },
    { tagName: "link", rel: "canonical", href: canonicalUrl },
    { property: "og:type", content: "article" },
    { property: "og:title", content: title },
    { property: "og:url", content: canonicalUrl },
    feedLink(feedUrl, campaign.name),
  ];
};

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const found = await findPublishedPost(campaign.id, params.post ?? "");
  if (!found) throw notFound();
  const { slug, name, language, privacyContact } = campaign;
  const { title, withdrawnAt } = found;
  const shown = {
    campaign: { slug, name, language, privacyContact },
    title,
    withdrawnAt,
    // What was taken back is not in the page at all.
    post: withdrawnAt ? undefined : showPost(found),
    canonicalUrl: absolute(paths.post(slug, found.slug)),
    feedUrl: absolute(paths.postsFeed(slug)),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
  return data(shown, { status: withdrawnAt ? 410 : 200 });
}

export default function Post() {
  const { campaign, title, withdrawnAt, post } = useLoaderData<typeof loader>();
  return (
    <>
      <Masthead campaign={campaign} />
      <main id="main" className="posts-page">
        <p className="over-title">
          <a href={paths.posts(campaign.slug)}>
            News of <bdi>{campaign.name}</bdi>
          </a>
        </p>
        {post && <PostArticle campaign={campaign} post={post} />}
        {withdrawnAt && (
          <article className="post">
            <p className="post-days">
              Withdrawn on <Day on={withdrawnAt} />
            </p>
            <div className="post-text">
              <h1 {...spokenIn(campaign.language)}>{title}</h1>
              <p className="lead">Its authors have taken this post back. Its text is no longer shown.</p>
            </div>
          </article>
        )}
        <p className="posts-more">
          <a href={paths.letter(campaign.slug)}>Read the letter</a>
          <a href={paths.posts(campaign.slug)}>All news</a>
        </p>
      </main>
      <Foot slug={campaign.slug} privacyContact={campaign.privacyContact} />
    </>
  );
}
