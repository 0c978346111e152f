import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireOwnSignature } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { signAgain } from "#app/signatures/own/sign-again.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const { token } = await requireOwnSignature(params);
  return redirect(paths.me(token), 303);
}

/** A withdrawn signature counts again. */
export async function action({ params }: ActionFunctionArgs) {
  const { token, signature } = await requireOwnSignature(params);
  const { outcome } = await signAgain(signature);
  return redirect(outcome === "signed again" ? paths.meDone(token, "signed-again") : paths.me(token), 303);
}
