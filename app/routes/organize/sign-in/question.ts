import { redirect } from "@remix-run/node";
import { paths } from "#app/http/paths.ts";
import { askForAnyPasskey } from "#app/organizers/passkey-questions.server.ts";

/** Somebody typed the address: the question is put to a passkey, from the sign-in page. */
export function loader() {
  return redirect(paths.signIn());
}

export async function action() {
  return Response.json(await askForAnyPasskey());
}
