import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskList } from "#app/components/desk-list.tsx";
import { messagesList } from "#app/desk/lists/messages-list.server.ts";
import { openList } from "#app/desk/lists/open-list.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Messages · ${data?.campaign.name ?? "Campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample } = desk.campaign;
  const list = await openList(messagesList, desk, new URL(request.url).searchParams);
  return { campaign: { slug, name }, list, page: { language: "en", isSample } };
}

export default function Messages() {
  const { campaign, list } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title={list.title} above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <DeskList slug={campaign.slug} list={list} />
    </>
  );
}
