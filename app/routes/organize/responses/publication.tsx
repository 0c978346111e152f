import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { findResponse } from "#app/responses/list.server.ts";
import { publishResponse } from "#app/responses/publish.server.ts";

/** Somebody opened the address of the form: its page is the response's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const response = await findResponse(campaign.id, params.response ?? "");
  if (!response) throw notFound();
  return redirect(paths.deskResponse(campaign.slug, response.id));
}

/** Pressed twice, it publishes once, and both come back to the published response. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "publish");
  const response = await findResponse(campaign.id, params.response ?? "");
  if (!response) throw notFound();
  await publishResponse(response.id, organizer.id);
  return redirect(paths.deskResponse(campaign.slug, response.id), 303);
}
