import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { DeskConflict } from "#app/components/desk-conflict.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { DeskPostState } from "#app/components/desk-post-state.tsx";
import { PostForm, PostPreview } from "#app/components/post-form.tsx";
import { conflictBetween } from "#app/desk/difference.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { letterHtml } from "#app/letters/markdown.ts";
import { may } from "#app/organizers/roles.ts";
import { findDeskPost } from "#app/posts/list.server.ts";
import { PostForm as PostFields } from "#app/posts/post-form.ts";
import { savePost } from "#app/posts/write.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `${shown?.post.title ?? "Post"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const post = await findDeskPost(campaign.id, params.post ?? "");
  if (!post) throw notFound();
  const { slug, name, state, isSample } = campaign;
  return {
    campaign: { slug, name, isPublic: CAMPAIGN_STATES[state].isPublic },
    post: { ...post, html: letterHtml(post.bodyMarkdown) },
    history: await listHistory(campaign.id, [{ subject: "post", ids: [post.id] }]),
    canWrite: may(role, "edit"),
    canPublish: may(role, "publish"),
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const { post: postId = "" } = params;
  const form = await readForm(request, PostFields);
  if (!form.ok) return refill(form);
  const { post, revision, isPreview } = form.values;
  if (isPreview) return data({ errors: {}, typed: form.typed, preview: { title: post.title, html: letterHtml(post.bodyMarkdown) } });
  const saved = await savePost({ campaignId: campaign.id, postId, post, revision, by: organizer.id });
  if (saved.outcome === "gone") throw notFound();
  if (saved.outcome === "saved") return redirect(paths.deskPost(campaign.slug, postId), 303);
  const conflict = conflictBetween(saved, [
    { label: "Title", theirs: saved.theirs.title, yours: post.title },
    { label: "Text", theirs: saved.theirs.bodyMarkdown, yours: post.bodyMarkdown },
  ]);
  return data({ errors: {}, typed: { ...form.typed, revision: String(saved.revision) }, conflict }, { status: 409 });
}

export default function Post() {
  const { campaign, post, history, canWrite, canPublish } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? { title: post.title, body: post.bodyMarkdown, revision: String(post.revision) };
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "Posts", path: paths.deskPosts(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title={post.title} above={above} />
      <DeskPostState campaign={campaign} post={post} canPublish={canPublish} />
      <DeskConflict conflict={answer && "conflict" in answer ? answer.conflict : undefined} />
      <div className="desk-post">
        {canWrite && (
          <PostForm
            key={post.revision}
            typed={typed}
            errors={answer?.errors ?? {}}
            save={post.publishedAt ? "Publish the correction" : "Save the draft"}
            isSecond={!post.publishedAt && canPublish}
          />
        )}
        <PostPreview {...(answer && "preview" in answer ? answer.preview : post)} />
      </div>
      <DeskHistory entries={history} />
    </>
  );
}
