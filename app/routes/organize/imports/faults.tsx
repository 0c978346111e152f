import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ImportFaults } from "#app/components/import-faults.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { findImport, listFaults } from "#app/desk/imports/find.server.ts";
import { FAULTS_LISTED } from "#app/desk/imports/limits.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

const PAGE = 100;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Faults of ${data?.file.title ?? "a file"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const found = await findImport(campaign.id, params.import ?? "");
  if (!found) throw notFound();
  const after = z.coerce.number().int().min(-1).max(FAULTS_LISTED).catch(-1).parse(new URL(request.url).searchParams.get("after") ?? -1);
  const rows = found.checkJobId ? await listFaults(found.checkJobId, { after, limit: PAGE + 1 }) : [];
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    file: { id: found.id, title: found.title },
    faults: rows.slice(0, PAGE),
    hasMore: rows.length > PAGE,
    listed: FAULTS_LISTED,
    page: { language: "en", isSample: campaign.isSample },
  };
}

export default function Faults() {
  const { campaign, file, faults, hasMore, listed } = useLoaderData<typeof loader>();
  const last = faults.at(-1);
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "Imports", path: paths.deskImports(campaign.slug) },
    { title: file.title, path: paths.deskImport(campaign.slug, file.id) },
  ];
  return (
    <>
      <DeskHeading title="Faults" above={above} />
      <p className="quiet">In the order of the file, the first {numberInWords(listed)} at most; the CSV of the dry run has them all.</p>
      {faults.length === 0 ? <p>No fault stands here.</p> : <ImportFaults faults={faults} />}
      {hasMore && last && (
        <p>
          <Link to={paths.deskImportFaults(campaign.slug, file.id, String(last.position))}>Next faults</Link>
        </p>
      )}
    </>
  );
}
