import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readFields } from "#app/http/form.ts";
import { requireOwnSignature } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { startUpdates, stopUpdates } from "#app/signatures/own/choose-updates.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const { token } = await requireOwnSignature(params);
  return redirect(paths.me(token), 303);
}

/** Two buttons: whatever does not say "start" stops. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { token, signature } = await requireOwnSignature(params);
  const wish = (await readFields(request)).get("wish");
  const { outcome } = wish === "start" ? await startUpdates(signature) : await stopUpdates(signature);
  return redirect(outcome === "already so" || outcome === "gone" ? paths.me(token) : paths.meDone(token, `updates-${outcome}`), 303);
}
