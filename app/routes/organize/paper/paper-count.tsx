import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PaperFields } from "#app/components/paper-fields.tsx";
import { notFound } from "#app/http/closed-doors.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { correctPaperCount, findPaperCount } from "#app/signatures/paper-counts.server.ts";
import { paperCountForm, PLACE_MAX } from "#app/signatures/paper-form.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.count.place ?? "A count"} on paper · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "record");
  const count = await findPaperCount(campaign.id, params.count ?? "");
  if (!count) throw notFound();
  const { slug, name, isSample } = campaign;
  return {
    campaign: { slug, name },
    count,
    history: await listHistory(campaign.id, [{ subject: "paper count", ids: [count.id] }]),
    today: new Date().toISOString().slice(0, 10),
    placeMax: PLACE_MAX,
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "record");
  const form = await readForm(request, paperCountForm(new Date().toISOString().slice(0, 10)));
  if (!form.ok) return refill(form);
  const { id: _, ...values } = form.values;
  const corrected = await correctPaperCount({ campaignId: campaign.id, by: organizer.id }, params.count ?? "", values);
  if (corrected.outcome === "gone") throw notFound();
  return redirect(paths.deskPaper(campaign.slug), 303);
}

export default function PaperCount() {
  const { campaign, count, history, today, placeMax } = useLoaderData<typeof loader>();
  const { errors = {}, typed } = useActionData<typeof action>() ?? {};
  const { place, countedOn, number, note } = count;
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "On paper", path: paths.deskPaper(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title={`Correct: ${place}`} above={above} />
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={errors} />
        <PaperFields errors={errors} values={typed ?? { place, countedOn, number: String(number), note }} today={today} placeMax={placeMax} />
        <div className="actions">
          <DeskButton busy="Saving…">Save the correction</DeskButton>
          <Link to={paths.deskPaperRemoval(campaign.slug, count.id)}>Remove it…</Link>
        </div>
      </Form>
      <DeskHistory entries={history} />
    </>
  );
}
