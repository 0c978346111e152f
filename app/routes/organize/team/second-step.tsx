import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { TeamSecondSteps } from "#app/components/team-second-steps.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireProofOfAccount } from "#app/http/recent-proof.server.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { resetSecondStep } from "#app/organizers/reset-second-step.server.ts";
import { hasSecondStep } from "#app/organizers/second-step.server.ts";
import { listTeamSecondSteps, requireSecondStep } from "#app/organizers/require-second-step.server.ts";

const REFUSALS = {
  "none of your own": "Set up a second step in your own account first, or you would shut yourself out.",
  yourself: "Your own second step is yours to change, in your account. If you have lost it, another owner can reset it.",
  "asked for elsewhere":
    "Another campaign, which you do not own, asks this person for a second step too. An owner of both can reset it, or whoever runs the house.",
} as const;

export const meta: MetaFunction = () => [{ title: "Second step · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const [team, hasOwn] = await Promise.all([listTeamSecondSteps(campaign.id), hasSecondStep(organizer.id)]);
  const { slug, name, requiresSecondStep, isSample } = campaign;
  return {
    campaign: { slug, name, requiresSecondStep },
    team: team.map((member) => ({ ...member, isYou: member.id === organizer.id })),
    hasOwn,
    page: { language: "en", isSample },
  };
}

/** Resets the second step of the member whom the form names; without one, switches what is asked of all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const fields = await readFields(request);
  await requireProofOfAccount(request, organizer, fields);
  const outcome = fields.has("member")
    ? await reset(campaign, organizer.id, fields.get("member"))
    : (await requireSecondStep({ campaign, by: organizer.id, isRequired: fields.get("required") === "yes" })).outcome;
  if (outcome === "unknown") throw notFound();
  if (isRefusal(outcome)) return data({ refusal: outcome }, { status: 422 });
  return redirect(paths.deskSecondStep(campaign.slug), 303);
}

async function reset(campaign: { id: string }, by: string, member: string | null) {
  const id = z.uuid().safeParse(member);
  if (!id.success) return "unknown";
  return (await resetSecondStep({ campaign, by, organizerId: id.data, accountUrl: absolute(paths.account()) })).outcome;
}

function isRefusal(outcome: string): outcome is keyof typeof REFUSALS {
  return Object.hasOwn(REFUSALS, outcome);
}

export default function CampaignSecondStep() {
  const { campaign, team, hasOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { requiresSecondStep } = campaign;
  return (
    <>
      <DeskHeading title="Second step" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <p>
        {requiresSecondStep
          ? "Whoever works here has given a passkey or a code beside the mailed link."
          : "The mailed link is enough to work here. You can ask everybody on the team for a passkey or a code beside it."}
      </p>
      {answer && (
        <p className="notice notice-bad" role="alert">
          {REFUSALS[answer.refusal]}
        </p>
      )}
      {!hasOwn && !requiresSecondStep && (
        <p className="notice">
          You have no second step yourself. <Link to={paths.account()}>Set one up in your account</Link> first.
        </p>
      )}
      {(hasOwn || requiresSecondStep) && (
        <Form method="post">
          <DeskButton busy="Saving…" isQuiet={requiresSecondStep} name="required" value={requiresSecondStep ? "no" : "yes"}>
            {requiresSecondStep ? "Ask for it no more" : "Ask everybody for a second step"}
          </DeskButton>
        </Form>
      )}
      <TeamSecondSteps slug={campaign.slug} team={team} />
    </>
  );
}
