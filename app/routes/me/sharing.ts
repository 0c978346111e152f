import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "#app/http/form.ts";
import { requireOwnSignature } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { stopSharing } from "#app/signatures/own/stop-sharing.server.ts";

const SharingForm = z.object({ co_signer: z.guid() });

export async function loader({ params }: LoaderFunctionArgs) {
  const { token } = await requireOwnSignature(params);
  return redirect(paths.me(token), 303);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { token, signature } = await requireOwnSignature(params);
  const form = await readForm(request, SharingForm);
  if (!form.ok) return redirect(paths.me(token), 303);
  const { outcome } = await stopSharing(signature, form.values.co_signer);
  return redirect(outcome === "stopped" ? paths.meDone(token, "sharing-stopped") : paths.me(token), 303);
}
