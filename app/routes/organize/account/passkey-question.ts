import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readFields } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireProofOfAccount } from "#app/http/recent-proof.server.ts";
import { askForNewPasskey, askForPasskeyOf } from "#app/organizers/passkey-questions.server.ts";

/** Somebody typed the address: the question is put to a passkey, from the account's pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request);
  return redirect(paths.account());
}

/** Asks for one of the organizer's passkeys, or for making a new one. */
export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const fields = await readFields(request);
  if (fields.get("for") !== "new") return Response.json(await askForPasskeyOf(organizer.id));
  await requireProofOfAccount(request, organizer, fields);
  return Response.json(await askForNewPasskey(organizer.id));
}
