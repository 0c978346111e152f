import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { DeskMenu } from "#app/components/desk-menu.tsx";
import { WayBackToSetUp } from "#app/components/set-up-bar.tsx";
import { requireDesk } from "#app/http/organizer-session.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, state, isSample } = campaign;
  return { campaign: { slug, name, isDraft: state === "draft" }, role, page: { language: "en", isSample } };
}

/** The frame around every room of one campaign. */
export default function CampaignDesk() {
  const { campaign, role } = useLoaderData<typeof loader>();
  return (
    <div className="desk-frame">
      <DeskMenu slug={campaign.slug} name={campaign.name} role={role} />
      <div className="desk-room">
        {campaign.isDraft && <WayBackToSetUp slug={campaign.slug} />}
        <Outlet />
      </div>
    </div>
  );
}
