import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskGoodbye } from "#app/components/desk-goodbye.tsx";
import { refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { leaveTeam } from "#app/organizers/change-team.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Leave ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "view");
  const { outcome } = await leaveTeam({ campaignId: campaign.id, organizerId: organizer.id });
  if (outcome === "last owner") return refill({ errors: { role: "You are the only owner. Make somebody else one before you leave." }, typed: {} });
  return redirect(paths.desk(), 303);
}

export default function Leaving() {
  const { campaign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DeskGoodbye title={`Leave “${campaign.name}”`} campaign={campaign} verb="Leave the team" busy="Leaving…" refused={answer?.errors.role}>
      <ul className="desk-consequences">
        <li>You cannot open this campaign any more. What you recorded and published stays, under your name.</li>
        <li>Invitations that you sent and nobody has accepted are revoked.</li>
        <li>To come back, an owner has to invite you again.</li>
      </ul>
    </DeskGoodbye>
  );
}
