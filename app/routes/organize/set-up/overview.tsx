import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useOutletContext } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { SetUpList } from "#app/components/set-up-list.tsx";
import { stepPath } from "#app/components/set-up-bar.tsx";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";
import type { SetUpFrame } from "./frame.tsx";

export const meta: MetaFunction = () => [{ title: "Set-up · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, state, isSample } = campaign;
  const history = await listHistory(campaign.id, [
    { subject: "settings", ids: [campaign.id] },
    { subject: "test view", ids: ["letter", "message"] },
  ]);
  return { campaign: { slug, name, isDraft: state === "draft" }, history, canEdit: may(role, "edit"), page: { language: "en", isSample } };
}

export default function Overview() {
  const { campaign, history, canEdit } = useLoaderData<typeof loader>();
  const { steps } = useOutletContext<SetUpFrame>();
  const next = steps.find(({ needs }) => needs.length > 0);
  return (
    <>
      <DeskHeading
        title={campaign.isDraft ? `Set up ${campaign.name}` : "Set-up"}
        above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}
      />
      <p>
        {campaign.isDraft
          ? "Each step is saved by itself: leave when you like, and go on where you left. Nothing is public before the last one."
          : "The campaign is open. The same steps are its settings now; what you save is public at once."}
      </p>
      {canEdit && campaign.isDraft && next && (
        <p>
          <Link className="button" to={stepPath(campaign.slug, next.key)}>
            Go on: {next.title}
          </Link>
        </p>
      )}
      <SetUpList slug={campaign.slug} steps={steps} canEdit={canEdit} />
      <DeskHistory entries={history} />
    </>
  );
}
