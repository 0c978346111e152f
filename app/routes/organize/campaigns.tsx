import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DeskCampaigns } from "#app/components/desk-campaigns.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskOwnInvitations } from "#app/components/desk-own-invitations.tsx";
import { readOverviews } from "#app/desk/overview.server.ts";
import { countWaiting } from "#app/desk/waiting/read.server.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";
import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { listOwnInvitations } from "#app/organizers/team.server.ts";
import { mayStartCampaigns } from "#app/organizers/roles.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const campaigns = await listDeskCampaigns(organizer.id);
  // One that asks for a second step tells nothing of itself before it is given.
  const open = campaigns.filter(({ requiresSecondStep }) => !requiresSecondStep || organizer.session.secondStepAt);
  const [overviews, waiting] = await Promise.all([readOverviews(open.map(({ id }) => id)), countWaiting(WAITING_KINDS, open)]);
  return {
    invitations: await listOwnInvitations(organizer.id),
    canStart: mayStartCampaigns(campaigns.map(({ role }) => role)),
    campaigns: campaigns.map(({ id, slug, name, state, isSample, isInTestMode, role }) => ({
      slug, name, state, isSample, isInTestMode, role, overview: overviews.get(id), waiting: overviews.has(id) ? (waiting.get(id) ?? []) : undefined,
    })),
  };
}

export default function Campaigns() {
  const { campaigns, invitations, canStart } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="Campaigns">
        {canStart && (
          <Link className="button" to={paths.newCampaign()}>
            Start a campaign
          </Link>
        )}
        <Link to={paths.directory()}>Directory of retailers</Link>
        <Link to={paths.mailDomains()}>Mail domains</Link>
      </DeskHeading>
      <DeskOwnInvitations invitations={invitations} />
      {campaigns.length === 0 ? (
        <p>You are not a member of any campaign yet. Ask the owner of one to add you.</p>
      ) : (
        <DeskCampaigns campaigns={campaigns} />
      )}
    </>
  );
}
