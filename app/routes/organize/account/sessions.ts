import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { readFields } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { endOtherSessions, endSessionById } from "#app/organizers/account.server.ts";

/** Somebody opened the address of the form: its page is the account. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request);
  return redirect(paths.account());
}

/** Ends one session of one's own, or all but this. */
export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const fields = await readFields(request);
  const session = z.uuid().safeParse(fields.get("session"));
  if (session.success) await endSessionById(organizer, session.data);
  if (fields.get("which") === "others") await endOtherSessions(organizer);
  return redirect(paths.account(), 303);
}
