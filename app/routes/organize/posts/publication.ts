import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { findDeskPost } from "#app/posts/list.server.ts";
import { publishPost, restorePost, withdrawPost } from "#app/posts/publish.server.ts";

const STEPS: Record<string, typeof publishPost | typeof withdrawPost | typeof restorePost> = {
  publish: publishPost,
  withdraw: withdrawPost,
  restore: restorePost,
};

/** Somebody opened the address of the form: its page is the post's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const post = await findDeskPost(campaign.id, params.post ?? "");
  if (!post) throw notFound();
  return redirect(paths.deskPost(campaign.slug, post.id));
}

/** Publishes a post, takes it back, or puts it back; done twice is done once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "publish");
  const post = await findDeskPost(campaign.id, params.post ?? "");
  if (!post) throw notFound();
  const step = (await readFields(request)).get("step") ?? "";
  const take = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined;
  await take?.({ campaignId: campaign.id, postId: post.id, by: organizer.id });
  return redirect(paths.deskPost(campaign.slug, post.id), 303);
}
