import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { AskForMe } from "#app/components/ask-for-me.tsx";
import { answerAsk } from "#app/http/answer-ask.server.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { campaignPage } from "#app/http/page-setting.ts";

export const meta: MetaFunction = () => [{ title: "Your page" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { slug, name, privacyContact } = campaign;
  return { campaign: { slug, name, privacyContact }, page: campaignPage(campaign, "en") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return answerAsk(request, await requireCampaign(params.slug));
}

export default function AskOfLetter() {
  const { campaign } = useLoaderData<typeof loader>();
  return <AskForMe campaign={campaign} answer={useActionData<typeof action>()} />;
}

async function requireCampaign(slug = "") {
  const campaign = await findCampaign(slug);
  if (!campaign) throw notFound();
  return campaign;
}
