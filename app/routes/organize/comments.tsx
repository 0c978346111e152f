import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskComments } from "#app/components/desk-comments.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { COMMENT_REVIEWS, type CommentReview, countWaitingComments, listComments, reviewComment } from "#app/signatures/review-comments.server.ts";

const ReviewForm = z.object({ signature: z.guid("Choose a comment."), seen: z.string().default(""), review: z.enum(["shown", "declined"], "Say whether it is shown.") });

const REFUSED = {
  gone: "This comment is gone: its signer took it back, or is not shown any more.",
  "changed meanwhile": "Its signer has changed this comment since you read it. Please read it again.",
};

export const meta: MetaFunction = () => [{ title: "Comments · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "moderate");
  const { id, slug, name, isSample } = campaign;
  const review = askedReview(request);
  const [comments, waiting] = await Promise.all([listComments(id, review), countWaitingComments(id)]);
  return { campaign: { slug, name }, review, comments, waiting, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "moderate");
  const form = checkFields(await readFields(request), ReviewForm);
  if (!form.ok) return refill(form);
  const { signature, seen, review } = form.values;
  const reviewed = await reviewComment({ campaignId: campaign.id, signatureId: signature, seen, review, by: organizer.id });
  if (reviewed.outcome !== "reviewed") return refill({ errors: { comments: REFUSED[reviewed.outcome] }, typed: {} }, 409);
  const from = askedReview(request);
  return redirect(paths.deskComments(campaign.slug, from === "waiting" ? undefined : from), 303);
}

function askedReview(request: Request): CommentReview {
  const asked = new URL(request.url).searchParams.get("review");
  return COMMENT_REVIEWS.find((review) => review === asked) ?? "waiting";
}

export default function Comments() {
  const { campaign, review, comments, waiting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title="Comments" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <ErrorSummary errors={answer?.errors} />
      <DeskComments slug={campaign.slug} review={review} comments={comments} waiting={waiting} />
    </>
  );
}
