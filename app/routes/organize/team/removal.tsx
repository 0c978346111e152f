import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskGoodbye } from "#app/components/desk-goodbye.tsx";
import { readMember } from "#app/desk/team.server.ts";
import { refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { notAllowed, notFound } from "#app/http/closed-doors.ts";
import { removeMember } from "#app/organizers/change-team.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Remove ${data?.member.name ?? "a member"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const member = await readMember({ campaignId: campaign.id, memberId: params.member ?? "", organizerId: organizer.id });
  if (!member) throw notFound();
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, member, page: { language: "en", isSample } };
}

/** Pressed twice, they are gone once. Whoever removes themselves has left the campaign's pages behind. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  await requireRecentProof(request, organizer);
  const memberId = params.member ?? "";
  const { outcome } = await removeMember({ campaignId: campaign.id, organizerId: memberId, by: organizer.id });
  if (outcome === "not allowed") throw notAllowed();
  if (outcome === "last owner") return refill({ errors: { role: "A campaign keeps one owner. Make somebody else one first." }, typed: {} });
  return redirect(memberId === organizer.id ? paths.desk() : paths.deskTeam(campaign.slug), 303);
}

export default function Removal() {
  const { campaign, member } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DeskGoodbye title={`Remove ${member.name}`} campaign={campaign} verb={`Remove ${member.name}`} busy="Removing…" refused={answer?.errors.role}>
      <ul className="desk-consequences">
        <li>
          <bdi>{member.name}</bdi> ({member.role}, {member.email}) cannot open “{campaign.name}” any more, from their next click on.
        </li>
        <li>What they recorded and published stays, under their name.</li>
        <li>Invitations that they sent and nobody has accepted are revoked.</li>
        <li>If they belong to no other campaign, they are signed out everywhere.</li>
        <li>To undo it, invite them again.</li>
      </ul>
    </DeskGoodbye>
  );
}
