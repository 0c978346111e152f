import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { dropImport } from "#app/desk/imports/drop.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

/** Somebody opened the address of the form: its page is the import's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  return redirect(paths.deskImport(campaign.slug, params.import ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const importId = params.import ?? "";
  await dropImport({ campaignId: campaign.id, importId, by: organizer.id });
  return redirect(paths.deskImport(campaign.slug, importId), 303);
}
