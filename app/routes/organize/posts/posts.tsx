import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { Day } from "#app/components/day.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";
import { listDeskPosts } from "#app/posts/list.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Posts of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, state, isSample } = campaign;
  return {
    campaign: { slug, name, isPublic: CAMPAIGN_STATES[state].isPublic },
    posts: await listDeskPosts(campaign.id),
    canWrite: may(role, "edit"),
    page: { language: "en", isSample },
  };
}

export default function Posts() {
  const { campaign, posts, canWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="Posts" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        {campaign.isPublic && <a href={paths.posts(campaign.slug)}>Public page</a>}
      </DeskHeading>
      {canWrite && (
        <p>
          <Link className="button" to={paths.deskNewPost(campaign.slug)}>
            Write a post
          </Link>
        </p>
      )}
      {posts.length === 0 ? (
        <p>No post yet. A post is news for everybody: an answer that came, a meeting, a date. Signers are not mailed.</p>
      ) : (
        <ul className="ruled">
          {posts.map((post) => (
            <li key={post.id} className="desk-item">
              <span className="number">
                <PostState post={post} />
              </span>
              <Link to={paths.deskPost(campaign.slug, post.id)} className="desk-item-title">
                <bdi>{post.title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["posts"][number];

function PostState({ post: { publishedAt, withdrawnAt } }: { post: Row }) {
  if (!publishedAt) return <span className="desk-mark-attention">Draft</span>;
  if (withdrawnAt) return <span className="quiet">Withdrawn</span>;
  return <Day on={publishedAt} isShort />;
}
