import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "#app/http/form.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { requireOwnSignature } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { cancelMessage, releaseMessage } from "#app/messages/release.server.ts";

const WishForm = z.object({ message: z.string(), wish: z.enum(["send", "cancel"]) });

export async function loader({ params }: LoaderFunctionArgs) {
  const { token } = await requireOwnSignature(params);
  return redirect(paths.me(token), 303);
}

/** A waiting message goes, or is taken back; one that has left meanwhile shows so on the page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { token, signature } = await requireOwnSignature(params);
  const form = await readForm(request, WishForm);
  if (!form.ok) throw notFound();
  const { message, wish } = form.values;
  if (wish === "cancel") await cancelMessage(signature.id, message);
  if (wish === "send" && signature.state === "confirmed") await releaseMessage(signature.id, message);
  return redirect(paths.me(token), 303);
}
