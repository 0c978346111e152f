import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notAllowed, notFound } from "#app/http/closed-doors.ts";
import { mailInvitationAgain } from "#app/organizers/invite.server.ts";

/** Somebody opened the address of the form: it stands on the team's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "manage team");
  return redirect(paths.deskTeam(campaign.slug));
}

/** Pressed twice, it is mailed once; the page that both come back to says when. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const linkTo = (token: string) => absolute(paths.invitation(token));
  const { outcome } = await mailInvitationAgain({ campaignId: campaign.id, invitationId: params.invitation ?? "", by: organizer.id, linkTo });
  if (outcome === "gone") throw notFound();
  if (outcome === "not allowed") throw notAllowed();
  return redirect(paths.deskTeam(campaign.slug), 303);
}
