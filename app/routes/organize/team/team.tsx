import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskInvitations } from "#app/components/desk-invitations.tsx";
import { DeskInvite } from "#app/components/desk-invite.tsx";
import { DeskMembers } from "#app/components/desk-members.tsx";
import { timeInWords } from "#app/components/moment.tsx";
import { InvitationForm } from "#app/desk/team-form.ts";
import { readTeam } from "#app/desk/team.server.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { notAllowed } from "#app/http/closed-doors.ts";
import { type Invited, inviteToTeam } from "#app/organizers/invite.server.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Team of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organizer, campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample } = campaign;
  return {
    campaign: { slug, name },
    role,
    team: await readTeam({ campaignId: campaign.id, organizerId: organizer.id, canManage: may(role, "manage team") }),
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const fields = await readFields(request);
  const form = checkFields(fields, InvitationForm);
  if (!form.ok) return refill(form);
  // An owner opens every door to others, so that a browser left open is not enough to make one.
  if (form.values.role === "owner") await requireRecentProof(request, organizer, fields);
  const linkTo = (token: string) => absolute(paths.invitation(token));
  const invited = await inviteToTeam({ campaignId: campaign.id, by: organizer.id, linkTo, ...form.values });
  if (invited.outcome === "not allowed") throw notAllowed();
  const email = refusal(invited);
  return email ? refill({ errors: { email }, typed: form.typed }) : redirect(paths.deskTeam(campaign.slug), 303);
}

function refusal(invited: Invited) {
  if (invited.outcome === "already a member") return "This address is in the team already. Change its role there.";
  if (invited.outcome === "too many") return "Too many invitations went out in the last hour. Try again a little later.";
  if (invited.outcome !== "mailed lately") return undefined;
  return `A mail went to this address a few minutes ago. The next can go at ${timeInWords(invited.nextMailAt)}.`;
}

export default function Team() {
  const { campaign, role, team } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title="Team" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        <span>You are {role === "owner" || role === "organizer" ? "an" : "a"} {role} of this campaign.</span>
        {team.managed && <Link to={paths.deskSecondStep(campaign.slug)}>Second step</Link>}
        {!team.isOnlyOwner && <Link to={paths.deskLeaving(campaign.slug)}>Leave the team</Link>}
      </DeskHeading>
      <section aria-labelledby="members">
        <h2 id="members">Members</h2>
        <DeskMembers slug={campaign.slug} members={team.members} canManage={team.managed !== undefined} />
        {!team.managed && <p className="quiet">To add somebody or change a role, ask an owner.</p>}
        {team.isOnlyOwner && <p className="quiet">You are the only owner: make somebody else one before you leave.</p>}
      </section>
      {team.managed && (
        <>
          <section aria-labelledby="invitations">
            <h2 id="invitations">Open invitations</h2>
            <DeskInvitations slug={campaign.slug} invitations={team.managed.invitations} />
          </section>
          <DeskInvite key={`${team.managed.invitations.length}`} answer={answer} left={team.managed.invitationsLeft} />
        </>
      )}
    </>
  );
}
