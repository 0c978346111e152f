import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { seeFinding } from "#app/desk/watching/see-finding.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

/** Somebody opened the address of the form: its page is the screening's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskScreening(campaign.slug));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "moderate");
  await seeFinding({ campaignId: campaign.id, finding: params.finding ?? "", by: organizer.id });
  return redirect(paths.deskCampaign(campaign.slug), 303);
}
