import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signerUrls } from "#app/http/absolute-urls.server.ts";
import { requireOwnPage } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { endLinks } from "#app/signatures/own/end-links.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const { token } = await requireOwnPage(params);
  return redirect(paths.me(token), 303);
}

/** Ends every link to the page, this one too; a new one goes to the address. */
export async function action({ params }: ActionFunctionArgs) {
  const { token, own } = await requireOwnPage(params);
  await endLinks({ token, ...own }, signerUrls);
  return redirect(paths.linksEnded(), 303);
}
