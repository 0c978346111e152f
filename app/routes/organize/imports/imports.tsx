import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { fileSize } from "#app/components/file-size.ts";
import { Moment } from "#app/components/moment.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { listImports } from "#app/desk/imports/find.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { JOB_STATES } from "#app/jobs/job-words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Imports · ${data?.campaign.name ?? "Campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id, slug, name, isSample } = campaign;
  return { campaign: { slug, name }, imports: await listImports(id), page: { language: "en", isSample } };
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>["imports"][number];

export default function Imports() {
  const { campaign, imports } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="Imports" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        <Link className="button" to={paths.deskNewImport(campaign.slug)}>
          Import a file…
        </Link>
      </DeskHeading>
      <p>Signatures from elsewhere, as a CSV file: a petition that ran on another site, or sign-up sheets that somebody typed in. Nothing enters before a dry run has said what would.</p>
      {imports.length === 0 ? (
        <p>No file was sent yet.</p>
      ) : (
        <table className="desk-table desk-table-stacking">
          <caption className="unseen">Files that were sent</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Size</th>
              <th scope="col">State</th>
              <th scope="col">Confirmed now</th>
              <th scope="col">Sent by</th>
              <th scope="col">On</th>
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to={paths.deskImport(campaign.slug, one.id)} dir="auto">
                    {one.title}
                  </Link>
                </th>
                <td data-label="Size" className="number">
                  {fileSize(one.bytes)}
                </td>
                <td data-label="State">{stateOf(one)}</td>
                <td data-label="Confirmed now" className="number">
                  {one.way ? numberInWords(one.confirmed) : ""}
                </td>
                <td data-label="Sent by">
                  <bdi>{one.sentBy}</bdi>
                </td>
                <td data-label="On">
                  <Moment at={one.createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function stateOf({ jobState, way, droppedAt }: Listed) {
  if (jobState) return `Import ${JOB_STATES[jobState].word}, ${way === "mail" ? "each mailed to confirm" : "confirmed elsewhere"}`;
  return droppedAt ? "Deleted, not imported" : "Not imported";
}
