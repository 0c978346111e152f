import { type ActionFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { endedOrganizerCookie, readOrganizerCookie } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { endSession } from "#app/organizers/session.server.ts";

/** Somebody typed the address: signing out is a form of the desk. */
export function loader() {
  return redirect(paths.desk());
}

export async function action({ request }: ActionFunctionArgs) {
  const token = readOrganizerCookie(request);
  if (token) await endSession(token);
  return redirectDocument(paths.signIn(), { status: 303, headers: { "Set-Cookie": endedOrganizerCookie() } });
}
