import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireProofOfAccount } from "#app/http/recent-proof.server.ts";
import { removeCodeApp } from "#app/organizers/code-app.server.ts";

/** Somebody opened the address of the form: its page is the account. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request);
  return redirect(paths.account());
}

/** Removed twice is removed once. The last second step that a campaign asks for stays, as the account says. */
export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  await requireProofOfAccount(request, organizer);
  await removeCodeApp(organizer.id, absolute(paths.account()));
  return redirect(paths.account(), 303);
}
