import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { ImportCheck } from "#app/components/import-check.tsx";
import { ImportColumns } from "#app/components/import-columns.tsx";
import { ImportFacts } from "#app/components/import-facts.tsx";
import { useLookAgain } from "#app/components/use-look-again.ts";
import { askForCheck } from "#app/desk/imports/ask.server.ts";
import { findImport, type Import, listFaults, previewRows } from "#app/desk/imports/find.server.ts";
import { IMPORT_DAYS } from "#app/desk/imports/limits.ts";
import { mappingForm, mappingToBegin } from "#app/desk/imports/mapping.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { JOB_STATES } from "#app/jobs/job-words.ts";
import { listCountries } from "#app/signatures/countries.ts";

const FAULTS_SHOWN = 10;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.file.title ?? "Import"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const found = await findImport(campaign.id, params.import ?? "");
  if (!found) throw notFound();
  const { id, title, bytes, sentBy, createdAt, droppedAt, way, verification, source, confirmed, encoding, delimiter, header, checkJobId } = found;
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    file: { id, title, bytes, sentBy, createdAt, droppedAt, way, verification, source, confirmed, encoding, delimiter },
    header,
    rows: await previewRows(found),
    mapping: mappingToBegin(header, found.mapping),
    check: shownCheck(found),
    brought: found.brought && { id: found.brought.id, state: found.brought.state },
    faults: checkJobId ? await listFaults(checkJobId, { limit: FAULTS_SHOWN }) : [],
    countries: listCountries("en"),
    history: await listHistory(campaign.id, [{ subject: "import", ids: [id] }, { subject: "job", ids: [found.checkJobId, found.importJobId].flatMap((job) => job ?? []) }]),
    days: IMPORT_DAYS,
    newId: v7(),
    now: new Date(),
    page: { language: "en", isSample: campaign.isSample },
  };
}

function shownCheck({ check }: Import) {
  if (!check) return undefined;
  const { id, state, done, total, startedAt, error, result } = check;
  return { id, state, done, total, startedAt, error, result };
}

/** Tells the columns and asks for a dry run. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const found = await findImport(campaign.id, params.import ?? "");
  if (!found) throw notFound();
  const form = await readForm(request, mappingForm(found.header.length));
  if (!form.ok) return refill(form);
  const { job, mapping } = form.values;
  await askForCheck({ id: job, campaignId: campaign.id, importId: found.id, by: organizer.id, mapping });
  return redirect(paths.deskImport(campaign.slug, found.id), 303);
}

export default function ImportPage() {
  const { campaign, file, header, rows, mapping, check, brought, faults, countries, history, days, newId, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOpen = [check, brought].some((job) => job && JOB_STATES[job.state].isOpen);
  useLookAgain(isOpen);
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "Imports", path: paths.deskImports(campaign.slug) },
  ];
  const canBeTold = !brought && !file.droppedAt;
  return (
    <>
      <DeskHeading title={file.title} above={above} />
      <ImportFacts slug={campaign.slug} file={file} brought={brought} days={days} />
      {check && <ImportCheck slug={campaign.slug} importId={file.id} check={check} faults={faults} canEnter={canBeTold} now={now} />}
      {canBeTold && (
        <ImportColumns key={check?.id ?? ""} header={header} rows={rows} mapping={mapping} countries={countries} newId={newId} answer={answer} isAgain={check !== undefined} />
      )}
      <DeskHistory entries={history} />
    </>
  );
}
