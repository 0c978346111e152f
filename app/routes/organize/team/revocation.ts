import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notAllowed } from "#app/http/closed-doors.ts";
import { revokeInvitation } from "#app/organizers/revoke-invitation.server.ts";

/** Somebody opened the address of the form: it stands on the team's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "manage team");
  return redirect(paths.deskTeam(campaign.slug));
}

/** Revoked twice, or accepted meanwhile: the team's page shows how it stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const { outcome } = await revokeInvitation({ campaignId: campaign.id, invitationId: params.invitation ?? "", by: organizer.id });
  if (outcome === "not allowed") throw notAllowed();
  return redirect(paths.deskTeam(campaign.slug), 303);
}
