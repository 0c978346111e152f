import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FileField } from "#app/components/file-field.tsx";
import { fileSize } from "#app/components/file-size.ts";
import { FILE_BYTES_MAX, IMPORT_DAYS } from "#app/desk/imports/limits.ts";
import { receiveImport } from "#app/desk/imports/receive.server.ts";
import { refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { readStreamedFile } from "#app/http/streamed-upload.server.ts";
import { TooLarge } from "#app/http/too-large.ts";
import { TooManyUploads } from "#app/http/upload-turns.server.ts";

export const meta: MetaFunction = () => [{ title: "Import a file · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  // Before the file is chosen: what is streamed cannot be kept while somebody proves who they are.
  await requireRecentProof(request, organizer);
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, bytesMax: FILE_BYTES_MAX, days: IMPORT_DAYS, page: { language: "en", isSample } };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  await requireRecentProof(request, organizer, new URLSearchParams());
  const refuse = (reason: string) => refill({ errors: { file: reason }, typed: {} });
  try {
    const received = context.upload && (await readStreamedFile(context.upload, "file", (file) => receiveImport({ campaignId: campaign.id, by: organizer.id, ...file })));
    if (!received) return refuse("Choose a file.");
    return received.outcome === "refused" ? refuse(received.reason) : redirect(paths.deskImport(campaign.slug, received.importId), 303);
  } catch (error) {
    if (error instanceof TooLarge) return refuse(`Send a file of at most ${fileSize(FILE_BYTES_MAX)}.`);
    if (error instanceof TooManyUploads) return refuse("Another file is on its way just now. Please send yours in a few minutes.");
    throw error;
  }
}

export default function NewImport() {
  const { campaign, bytesMax, days } = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "Imports", path: paths.deskImports(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title="Import a file" above={above} />
      <ol>
        <li>Send the file. It holds people’s names and addresses: make sure that you may bring them here.</li>
        <li>Say what its columns are, and see what an import would do.</li>
        <li>Choose how the signatures enter.</li>
      </ol>
      <Form method="post" encType="multipart/form-data" reloadDocument className="fields desk-form" noValidate>
        <ErrorSummary errors={errors} />
        <FileField
          name="file" label="CSV file" accept=".csv,.tsv,.txt,text/csv" error={errors["file"]}
          hint={`Its first row names the columns. At most ${fileSize(bytesMax)}, about two million rows. It is deleted after ${days} days.`}
        />
        <DeskButton busy="Sending…">Send the file</DeskButton>
      </Form>
      <h2>An example</h2>
      <div className="desk-wide" role="region" aria-label="An example of a file" tabIndex={0}>
        <pre className="desk-example">{EXAMPLE}</pre>
      </div>
    </>
  );
}

const EXAMPLE = `Name,E-mail,Country,Postcode,Comment,Show name,Updates,Signed on
Ada Lovelace,ada@example.org,GB,W1J 7NF,"Safe, please.",yes,no,2026-02-28
José Pérez,jose@example.org,Spain,,,no,no,2026-03-01 14:05`;
