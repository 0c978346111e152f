import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { z } from "zod";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ResponseFields } from "#app/components/desk-response-fields.tsx";
import { StanceFields } from "#app/components/desk-stance-fields.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { listDemands } from "#app/campaigns/demands.server.ts";
import { readStanding } from "#app/desk/target.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { recordResponse } from "#app/responses/record.server.ts";
import { responseForm } from "#app/responses/response-form.ts";
import { findTarget } from "#app/retailers/targets.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A response of ${data?.target.name ?? "a retailer"} · Desk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, target } = await requireTarget(request, params);
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    target: { slug: target.slug, name: target.name },
    demands: await readStanding(campaign.id, target),
    today: dayOf(new Date()),
    draftId: v7(),
    page: { language: "en", isSample: campaign.isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign, target } = await requireTarget(request, params);
  const fields = await readFields(request);
  const form = checkFields(fields, responseForm(await listDemands(campaign.id)));
  if (!form.ok) return refill(form);
  const { responseId } = await recordResponse({
    id: z.uuid().optional().catch(undefined).parse(fields.get("draft_id")),
    targetId: target.id,
    organizerId: organizer.id,
    values: form.values,
    isPublished: false,
  });
  return redirect(paths.deskResponse(campaign.slug, responseId), 303);
}

async function requireTarget(request: Request, params: LoaderFunctionArgs["params"]) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "record");
  const target = await findTarget(campaign.id, params.retailer ?? "");
  if (!target) throw notFound();
  return { organizer, campaign, target };
}

export default function NewResponse() {
  const { campaign, target, demands, today, draftId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} } = answer ?? {};
  return (
    <>
      <DeskHeading
        title={`Record a response of ${target.name}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: target.name, path: paths.deskTarget(campaign.slug, target.slug) },
        ]}
      />
      <Form method="post" className="fields desk-form desk-response-form" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <input type="hidden" name="draft_id" value={typed.draft_id ?? draftId} />
        <ResponseFields errors={errors} typed={typed} today={today} />
        <h2>What it changes</h2>
        <p className="quiet">
          Leave a demand as it is unless this response shows where the retailer stands on it. No stance without a source.
        </p>
        {demands.map((demand) => (
          <StanceFields key={demand.slug} demand={demand} errors={errors} typed={typed} today={today} />
        ))}
        <div className="actions">
          <DeskButton busy="Saving…">Save as a draft</DeskButton>
          <span className="quiet">You see it as the public will before you publish it.</span>
        </div>
      </Form>
    </>
  );
}
