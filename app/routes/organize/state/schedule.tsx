import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { LocalMoment } from "#app/components/local-moment.tsx";
import { asTyped, scheduleForm } from "#app/desk/schedule-form.ts";
import { setSchedule } from "#app/desk/schedule.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";

export const meta: MetaFunction = () => [{ title: "Schedule · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "open and close");
  const { slug, name, state, opensAt, closesAt, isSample } = campaign;
  return { campaign: { slug, name, state, opensAt, closesAt }, now: new Date(), page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "open and close");
  const fields = await readFields(request);
  const form = checkFields(fields, scheduleForm(new Date()));
  if (!form.ok) return refill(form);
  // What the clock opens and closes is as public, and as hard to take back, as what a hand does.
  await requireRecentProof(request, organizer, fields);
  const { outcome } = await setSchedule({ campaignId: campaign.id, by: organizer.id, ...form.values });
  if (outcome === "not possible") {
    return data({ errors: { closes_at: "The campaign is closed; there is nothing to schedule." }, typed: form.typed }, { status: 422 });
  }
  return redirect(paths.deskState(campaign.slug), 303);
}

export default function Schedule() {
  const { campaign, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed;
  const errors: Record<string, string> = answer?.errors ?? {};
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "State", path: paths.deskState(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title="Open and close by the clock" above={above} />
      <p>
        Times are in UTC. It is <LocalMoment at={now} /> now. An empty field is no schedule: empty it to take one back.
      </p>
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={errors} />
        {campaign.state === "draft" && (
          <Field
            name="opens_at"
            type="datetime-local"
            label="Opens at (UTC)"
            isOptional
            hint="If anything on its checklist is missing then, it does not open, and its desk says so."
            error={errors["opens_at"]}
            value={typed ? typed["opens_at"] : asTyped(campaign.opensAt)}
          />
        )}
        <Field
          name="closes_at"
          type="datetime-local"
          label="Closes at (UTC)"
          isOptional
          hint="Signing ends then, as if you had closed it by hand."
          error={errors["closes_at"]}
          value={typed ? typed["closes_at"] : asTyped(campaign.closesAt)}
        />
        <DeskButton busy="Saving…">Save the schedule</DeskButton>
      </Form>
    </>
  );
}
