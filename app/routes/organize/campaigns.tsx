import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CampaignMarks } from "#app/components/desk-campaign-marks.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskOwnInvitations } from "#app/components/desk-own-invitations.tsx";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { readOverviews } from "#app/desk/overview.server.ts";
import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { listOwnInvitations } from "#app/organizers/team.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const campaigns = await listDeskCampaigns(organizer.id);
  const overviews = await readOverviews(campaigns.map(({ id }) => id));
  return {
    invitations: await listOwnInvitations(organizer.id),
    campaigns: campaigns.map(({ id, slug, name, state, isSample, isInTestMode, role }) => ({
      slug, name, state, isSample, isInTestMode, role, overview: overviews.get(id),
    })),
  };
}

export default function Campaigns() {
  const { campaigns, invitations } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="Campaigns" />
      <DeskOwnInvitations invitations={invitations} />
      {campaigns.length === 0 ? (
        <p>You are not a member of any campaign yet. Ask the owner of one to add you.</p>
      ) : (
        <table className="desk-table desk-table-stacking">
          <thead>
            <tr>
              <th scope="col">Campaign</th>
              <th scope="col">State</th>
              <th scope="col">Your role</th>
              <th scope="col" className="desk-number">Confirmed today</th>
              <th scope="col">What waits</th>
            </tr>
          </thead>
          <tbody>
            {campaigns.map((campaign) => (
              <CampaignRow key={campaign.slug} campaign={campaign} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["campaigns"][number];

function CampaignRow({ campaign: { slug, name, overview, role, ...marks } }: { campaign: Row }) {
  return (
    <tr>
      <th scope="row">
        <Link to={paths.deskCampaign(slug)}>{name}</Link>
      </th>
      <td data-label="State">
        <CampaignMarks {...marks} />
      </td>
      <td data-label="Your role">{role}</td>
      <td className="desk-number" data-label="Confirmed today">{(overview?.confirmedToday ?? 0).toLocaleString("en")}</td>
      <td data-label="What waits">{overview ? whatWaits(overview) : "nothing"}</td>
    </tr>
  );
}

function whatWaits({ withoutContact, drafts, waitingMessages }: NonNullable<Row["overview"]>) {
  const words = [
    withoutContact > 0 && `${withoutContact} without a contact`,
    drafts > 0 && `${drafts} to publish`,
    waitingMessages > 0 && `${waitingMessages.toLocaleString("en")} messages`,
  ].filter(Boolean);
  return words.length === 0 ? "nothing" : words.join(", ");
}
