import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { findPaperCount, removePaperCount } from "#app/signatures/paper-counts.server.ts";
import { PaperRemovalForm } from "#app/signatures/paper-form.ts";

export const meta: MetaFunction = () => [{ title: "Remove a count on paper · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "record");
  const count = await findPaperCount(campaign.id, params.count ?? "");
  if (!count) throw notFound();
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, count: { id: count.id, place: count.place, number: count.number }, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "record");
  const form = await readForm(request, PaperRemovalForm);
  if (!form.ok) return refill(form);
  await removePaperCount({ campaignId: campaign.id, by: organizer.id }, params.count ?? "", form.values.reason);
  return redirect(paths.deskPaper(campaign.slug), 303);
}

export default function PaperRemoval() {
  const { campaign, count } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {} } = useActionData<typeof action>() ?? {};
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "On paper", path: paths.deskPaper(campaign.slug) },
    { title: count.place, path: paths.deskPaperCount(campaign.slug, count.id) },
  ];
  return (
    <>
      <DeskHeading title="Remove this count" above={above} />
      <p>
        The {numberInWords(count.number)} from <bdi>{count.place}</bdi> count no more. The row stays to be read, with the reason.
      </p>
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={errors} />
        <Field name="reason" label="Reason" autoComplete="off" error={errors["reason"]} value={typed["reason"]} hint="Such as “counted twice”. Name no signer." />
        <DeskButton busy="Removing…">Remove the count</DeskButton>
      </Form>
    </>
  );
}
