import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { listPath } from "#app/components/desk-list-links.ts";
import { DeskSelection } from "#app/components/desk-selection.tsx";
import { Choice } from "#app/components/field.tsx";
import { findList } from "#app/desk/lists/all.server.ts";
import { askForExport } from "#app/desk/lists/ask.server.ts";
import { exportedColumns } from "#app/desk/lists/export-list-job.server.ts";
import { ExportForm } from "#app/desk/lists/bulk-forms.ts";
import { readSelection } from "#app/desk/lists/selection.ts";
import { checkFields, readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { nothingSelected, previewSelection } from "./preview-selection.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Export ${data?.list.many ?? ""} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "export");
  const list = requireList(params.list);
  const { name, title, one, many } = list;
  const columns = exportedColumns(list).map((column) => ({ name: column.name, title: column.title }));
  return { campaign: { slug: campaign.slug, name: campaign.name }, list: { name, title, one, many }, columns };
}

/** The list's form brings a selection and gets the preview; the preview's form asks for the job. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "export");
  const list = requireList(params.list);
  const fields = await readFields(request);
  const selection = readSelection(fields);
  if (!selection) return nothingSelected();
  if (!fields.has("job")) return previewSelection(list, campaign.id, selection);
  const form = checkFields(fields, ExportForm);
  if (!form.ok) return previewSelection(list, campaign.id, selection, form);
  const columns = exportedColumns(list).map(({ name }) => name).filter((name) => fields.getAll("column").includes(name));
  if (columns.length === 0) return previewSelection(list, campaign.id, selection, { ...form, errors: { column: "Choose at least one column." } });
  await requireRecentProof(request, organizer, fields);
  const { job, mark } = form.values;
  await askForExport({ id: job, campaignId: campaign.id, by: organizer.id, selection, list, columns, hasMark: mark });
  return redirect(paths.deskJob(campaign.slug, job), 303);
}

function requireList(name: string | undefined) {
  const list = findList(name);
  if (!list) throw notFound();
  return list;
}

export default function Export() {
  const { campaign, list, columns } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { slug } = campaign;
  const what = <p>They are written into a CSV file, in the order of the list, by a job. No address of a signer is in it. The log notes who asked for it.</p>;
  return (
    <>
      <DeskHeading
        title={`Export ${list.many}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(slug) },
          { title: list.title, path: listPath(slug, list.name) },
        ]}
      />
      <DeskSelection slug={slug} list={list} answer={answer} verb="Export them" busy="Asking…" what={what}>
        {({ errors }) => (
          <>
            <fieldset id="field-column">
              <legend className="field-legend">Columns</legend>
              {errors.column && <p className="field-error">{errors.column}</p>}
              <div className="desk-columns-choice">
                {columns.map(({ name, title }) => (
                  <Choice key={name} name="column" id={`column-${name}`} value={name} label={title} defaultChecked />
                ))}
              </div>
            </fieldset>
            <Choice name="mark" label="Mark the file as UTF-8" hint="Older spreadsheets need the mark to show accents." />
          </>
        )}
      </DeskSelection>
    </>
  );
}
