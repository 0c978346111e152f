import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DeskCampaigns } from "#app/components/desk-campaigns.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { readOverviews } from "#app/desk/overview.server.ts";
import { countWaiting } from "#app/desk/waiting/read.server.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";
import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { mayStartCampaigns } from "#app/organizers/roles.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const campaigns = await listDeskCampaigns(organizer.id);
  const [overviews, waiting] = await Promise.all([readOverviews(campaigns.map(({ id }) => id)), countWaiting(WAITING_KINDS, campaigns)]);
  return {
    canStart: mayStartCampaigns(campaigns.map(({ role }) => role)),
    campaigns: campaigns.map(({ id, slug, name, state, isSample, isInTestMode, role }) => ({
      slug, name, state, isSample, isInTestMode, role, overview: overviews.get(id), waiting: waiting.get(id) ?? [],
    })),
  };
}

export default function Campaigns() {
  const { campaigns, canStart } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="Campaigns">
        {canStart && (
          <Link className="button" to={paths.newCampaign()}>
            Start a campaign
          </Link>
        )}
        <Link to={paths.directory()}>Directory of retailers</Link>
      </DeskHeading>
      {campaigns.length === 0 ? (
        <p>You are not a member of any campaign yet. Ask the owner of one to add you.</p>
      ) : (
        <DeskCampaigns campaigns={campaigns} />
      )}
    </>
  );
}
