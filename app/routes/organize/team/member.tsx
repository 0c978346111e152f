import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { Day } from "#app/components/day.tsx";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { RoleChoice } from "#app/components/desk-role-choice.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { RoleForm } from "#app/desk/team-form.ts";
import { readMember } from "#app/desk/team.server.ts";
import { checkFields, readFields, refill, type TypedFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { notAllowed, notFound } from "#app/http/closed-doors.ts";
import { changeRole } from "#app/organizers/change-team.server.ts";
import type { Role } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.member.name ?? "A member"} · Team · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const member = await readMember({ campaignId: campaign.id, memberId: params.member ?? "", organizerId: organizer.id });
  if (!member) throw notFound();
  const { slug, name, isSample } = campaign;
  const history = await listHistory(campaign.id, [
    { subject: "team member", ids: [member.id] },
    { subject: "second step", ids: [member.id] },
  ]);
  return { campaign: { slug, name }, member, history, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "manage team");
  const fields = await readFields(request);
  await requireRecentProof(request, organizer, fields);
  const form = checkFields(fields, RoleForm);
  if (!form.ok) return refill(form);
  const changed = await changeRole({ campaignId: campaign.id, organizerId: params.member ?? "", by: organizer.id, ...form.values });
  if (changed.outcome === "overtaken") return refill(overtaken(form.typed, changed.role), 409);
  if (changed.outcome === "gone") throw notFound();
  if (changed.outcome === "not allowed") throw notAllowed();
  if (changed.outcome === "last owner") return refill({ errors: { role: "A campaign keeps one owner. Make somebody else one first." }, typed: form.typed });
  return redirect(paths.deskTeam(campaign.slug), 303);
}

function overtaken(typed: TypedFields, role: Role) {
  const errors = { role: `Somebody made this member ${role} meanwhile. Choose again if you still want another role.` };
  return { errors, typed: { ...typed, was: role } };
}

export default function Member() {
  const { campaign, member, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading
        title={member.name}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Team", path: paths.deskTeam(campaign.slug) },
        ]}
      >
        <span className="desk-address">{member.email}</span>
        <span>
          {member.role} since <Day on={member.since} />
        </span>
      </DeskHeading>
      <section aria-labelledby="role">
        <h2 id="role">Role in this campaign</h2>
        <Form method="post" className="fields desk-form" noValidate>
          <ErrorSummary errors={answer?.errors} />
          <input type="hidden" name="was" value={answer?.typed.was ?? member.role} />
          <RoleChoice
            legend={member.isYou ? "What you may do" : "What they may do"}
            error={answer?.errors.role}
            chosen={answer?.typed.role ?? member.role}
          />
          {member.isYou && <p className="quiet">Below owner you cannot take this back yourself.</p>}
          <div className="actions">
            <DeskButton busy="Saving…">Set role</DeskButton>
          </div>
        </Form>
      </section>
      <section className="desk-panel" aria-labelledby="removal">
        <h2 id="removal">{member.isYou ? "Leave" : "Remove"}</h2>
        <p>
          {member.isYou ? (
            <Link to={paths.deskLeaving(campaign.slug)}>Leave the team</Link>
          ) : (
            <Link to={paths.deskMemberRemoval(campaign.slug, member.id)}>Remove them from the team</Link>
          )}
        </p>
      </section>
      <DeskHistory entries={history} />
    </>
  );
}
