import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { z } from "zod";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { PostForm, PostPreview } from "#app/components/post-form.tsx";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { letterHtml } from "#app/letters/markdown.ts";
import { PostForm as PostFields } from "#app/posts/post-form.ts";
import { startPost } from "#app/posts/write.server.ts";

export const meta: MetaFunction = () => [{ title: "Write a post · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, id: v7(), page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const form = await readForm(request, PostFields);
  if (!form.ok) return refill(form);
  const { post, isPreview } = form.values;
  if (isPreview) return data({ errors: {}, typed: form.typed, preview: { title: post.title, html: letterHtml(post.bodyMarkdown) } });
  const postId = z.uuid().catch(() => v7()).parse(form.typed["id"]);
  await startPost({ campaignId: campaign.id, postId, post, by: organizer.id });
  return redirect(paths.deskPost(campaign.slug, postId), 303);
}

export default function NewPost() {
  const { campaign, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "Posts", path: paths.deskPosts(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title="Write a post" above={above} />
      <div className="desk-post">
        <PostForm typed={answer?.typed ?? { id }} errors={answer?.errors ?? {}} save="Save as a draft" />
        {answer && "preview" in answer && <PostPreview {...answer.preview} />}
      </div>
    </>
  );
}
