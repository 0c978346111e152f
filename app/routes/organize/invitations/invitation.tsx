import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { DeskDoor } from "#app/components/desk-door.tsx";
import { DeadInvitation } from "#app/components/dead-invitation.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { AcceptanceForm } from "#app/desk/team-form.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { readForm, refill } from "#app/http/form.ts";
import { organizerCookie, visitorOf } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { withNext } from "#app/http/sign-in-next.ts";
import { acceptInvitation, readInvitation } from "#app/organizers/accept-invitation.server.ts";
import { ROLE_WORDS } from "#app/organizers/roles.ts";

export const meta: MetaFunction = () => [{ title: "Invitation · Countersign" }, { name: "robots", content: "noindex" }];

/** Shows what it is and a button, and nothing more: mail scanners follow links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const invitation = await readInvitation(params.token ?? "");
  return data({ invitation }, { status: invitation.state === "open" ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request, AcceptanceForm);
  if (!form.ok) return refill(form);
  const teamUrl = (slug: string) => absolute(paths.deskTeam(slug));
  const accepted = await acceptInvitation({ token: params.token ?? "", name: form.values.name, teamUrl }, new Date(), visitorOf(request));
  if (accepted.outcome === "name missing") return refill({ errors: { name: "Enter your name." }, typed: form.typed });
  if (accepted.outcome !== "joined") throw redirect(paths.invitation(params.token ?? ""), 303);
  const campaign = paths.deskCampaign(accepted.campaignSlug);
  if (accepted.mustSignIn) return redirect(withNext(paths.signIn(), campaign), 303);
  return redirect(campaign, { status: 303, headers: accepted.sessionToken ? { "Set-Cookie": organizerCookie(accepted.sessionToken) } : {} });
}

export default function Invitation() {
  const { invitation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (invitation.state !== "open") return <DeadInvitation state={invitation.state} />;
  const { campaignName, invitedBy, email, role, expiresAt, knownAs } = invitation;
  return (
    <DeskDoor>
      <h1>Work on “{campaignName}”</h1>
      <p>
        <bdi>{invitedBy}</bdi> invites you to this campaign’s team as <strong>{role}</strong>: {ROLE_WORDS[role].toLowerCase()}. The
        invitation went to <strong className="desk-address">{email}</strong> and works once, until <Day on={expiresAt} />.
      </p>
      <ErrorSummary errors={answer?.errors} />
      <Form method="post" reloadDocument className="fields" noValidate>
        {knownAs === null ? (
          <Field
            name="name"
            label="Your name"
            hint="Your team sees it, and the campaign’s log keeps it beside what you do."
            autoComplete="name"
            error={answer?.errors.name}
            value={answer?.typed.name}
          />
        ) : (
          <p>
            You join as <bdi>{knownAs}</bdi>. Unless this browser is signed in as you, the next page mails you a link to sign in.
          </p>
        )}
        <div className="actions">
          <button className="button">Join the team</button>
        </div>
      </Form>
      {knownAs === null && (
        <p className="quiet">There is no password: from now on a link mailed to this address, or a passkey, is your way in.</p>
      )}
    </DeskDoor>
  );
}
