import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/http/closed-doors.ts";
import { requireOwnSignature } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { signerCookie } from "#app/http/signer-cookie.server.ts";
import { beginSession } from "#app/signatures/begin-session.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const { token } = await requireOwnSignature(params);
  return redirect(paths.me(token), 303);
}

/** On to the retailers: this browser may write in the signer's name from now on. */
export async function action({ params }: ActionFunctionArgs) {
  const { signature } = await requireOwnSignature(params);
  if (signature.state !== "confirmed") throw notFound();
  const session = await beginSession(signature.id);
  if (!session) throw notFound();
  const { slug } = signature.campaign;
  return redirect(paths.chooseRetailers(slug), { status: 303, headers: { "Set-Cookie": signerCookie(slug, session) } });
}
