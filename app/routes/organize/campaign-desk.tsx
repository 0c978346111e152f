import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { DeskMenu } from "#app/components/desk-menu.tsx";
import { requireDesk } from "#app/http/organizer-session.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, page: { language: "en", isSample } };
}

/** The frame around every room of one campaign. */
export default function CampaignDesk() {
  const { campaign } = useLoaderData<typeof loader>();
  return (
    <div className="desk-frame">
      <DeskMenu {...campaign} />
      <div className="desk-room">
        <Outlet />
      </div>
    </div>
  );
}
