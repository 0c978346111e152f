import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { UNKNOWN_CLIENT } from "#app/http/client.server.ts";
import { inEqualTime } from "#app/http/equal-time.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { readSignerCookie } from "#app/http/signer-cookie.server.ts";
import { askForMail } from "#app/signatures/ask-for-mail.server.ts";

/** As for a signing. */
const ANSWER_MS = 25;

export async function loader({ params }: LoaderFunctionArgs) {
  const { slug } = await requireCampaign(params.slug);
  return redirect(paths.checkInbox(slug), 303);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, slug } = await requireCampaign(params.slug);
  const client = (await context.findClient?.()) ?? UNKNOWN_CLIENT;
  await inEqualTime(ANSWER_MS, askForMail({ campaignId: id, sessionToken: readSignerCookie(request), client }));
  return redirect(`${paths.checkInbox(slug)}?asked`, 303);
}
