import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { PaperFields } from "#app/components/paper-fields.tsx";
import { PaperTable } from "#app/components/paper-table.tsx";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";
import { countPaper } from "#app/signatures/count-paper.server.ts";
import { addPaperCount, listPaperCounts } from "#app/signatures/paper-counts.server.ts";
import { paperCountForm, PLACE_MAX } from "#app/signatures/paper-form.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `On paper · ${data?.campaign.name ?? "Campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { id, slug, name, isSample } = campaign;
  const counts = await listPaperCounts(id);
  return {
    campaign: { slug, name },
    counts,
    total: await countPaper(id),
    history: await listHistory(id, [{ subject: "paper count", ids: counts.map((count) => count.id) }]),
    canRecord: may(role, "record"),
    newId: v7(),
    today: new Date().toISOString().slice(0, 10),
    placeMax: PLACE_MAX,
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "record");
  const form = await readForm(request, paperCountForm(new Date().toISOString().slice(0, 10)));
  if (!form.ok) return refill(form);
  const { id, ...values } = form.values;
  await addPaperCount({ campaignId: campaign.id, by: organizer.id }, id, values);
  return redirect(paths.deskPaper(campaign.slug), 303);
}

export default function Paper() {
  const { campaign, counts, total, history, canRecord, newId, today, placeMax } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {} } = useActionData<typeof action>() ?? {};
  const id = typed["id"] ?? newId;
  return (
    <>
      <DeskHeading title="On paper" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        <span className="quiet">
          <strong className="number">{numberInWords(total)}</strong> on paper
        </span>
      </DeskHeading>
      <p>
        Signatures on sheets are counted by people, and nobody confirmed them by mail. They are never among the confirmed ones: wherever the
        public sees them they stand beside that number, with this word.
      </p>
      <PaperTable slug={campaign.slug} counts={counts} canRecord={canRecord} />
      {canRecord && (
        <section aria-labelledby="add">
          <h2 id="add">Add a count</h2>
          <Form method="post" className="fields desk-form" noValidate key={newId}>
            <ErrorSummary errors={errors} />
            <input type="hidden" name="id" value={id} />
            <PaperFields errors={errors} values={{ countedOn: today, ...typed }} today={today} placeMax={placeMax} />
            <DeskButton busy="Adding…">Add the count</DeskButton>
          </Form>
        </section>
      )}
      <DeskHistory entries={history} />
    </>
  );
}
