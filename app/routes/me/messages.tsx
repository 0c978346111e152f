import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { cancelMessage, releaseMessage } from "#app/messages/release.server.ts";
import { findSignerByLink } from "#app/signatures/me.server.ts";

const WishForm = z.object({ message: z.string(), wish: z.enum(["send", "cancel"]) });

export async function loader({ params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  if (!(await findSignerByLink(token))) throw notFound();
  return redirect(paths.me(token), 303);
}

/** A waiting message goes, or is taken back; one that has left meanwhile shows so on the page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { token = "" } = params;
  const found = await findSignerByLink(token);
  const form = await readForm(request, WishForm);
  if (!found || !form.ok) throw notFound();
  const { message, wish } = form.values;
  if (wish === "cancel") await cancelMessage(found.signature.id, message);
  if (wish === "send" && found.signature.state === "confirmed") await releaseMessage(found.signature.id, message);
  return redirect(paths.me(token), 303);
}
