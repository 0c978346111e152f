import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { dismissReconciliation } from "#app/desk/counting/reconciliations.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

/** Somebody opened the address of the button: it stands on the page of all nights. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskReconciliations(campaign.slug));
}

/** What a night found wrong was seen, and waits no more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  await dismissReconciliation({ campaignId: campaign.id, id: params.reconciliation ?? "", by: organizer.id });
  return redirect(paths.deskReconciliations(campaign.slug), 303);
}
