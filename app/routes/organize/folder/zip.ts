import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportCampaign } from "#app/folders/export.server.ts";
import { recordExport } from "#app/folders/record-export.server.ts";
import { zipFolder } from "#app/folders/zip.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

/** Somebody typed the address: what leaves the house is asked for by a form, and logged. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "export");
  return redirect(paths.deskFolder(campaign.slug), 303);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "export");
  const zip = zipFolder(await exportCampaign(campaign.id), campaign.slug);
  await recordExport({ id: campaign.id, name: campaign.name, by: organizer.id });
  return new Response(zip, {
    headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${campaign.slug}.zip"` },
  });
}
