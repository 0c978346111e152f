import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { acceptOwnInvitation } from "#app/organizers/accept-invitation.server.ts";

/** Somebody opened the address of the form: it stands on the list of campaigns. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request);
  return redirect(paths.desk());
}

/** Accepts an invitation to the address that this organizer is signed in with. */
export async function action({ request, params }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const teamUrl = (slug: string) => absolute(paths.deskTeam(slug));
  const accepted = await acceptOwnInvitation({ invitationId: params.invitation ?? "", organizerId: organizer.id, teamUrl });
  return redirect(accepted.outcome === "joined" ? paths.deskCampaign(accepted.campaignSlug) : paths.desk(), 303);
}
