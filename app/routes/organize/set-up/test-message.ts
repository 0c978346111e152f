import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { printTestMessage } from "#app/desk/test-views.server.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { uuidIn } from "#app/http/uuid-in.server.ts";
import { sendTestMessage } from "#app/messages/test-message.server.ts";

/** Somebody typed the address: the test is sent from the page of the message. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  return redirect(paths.setUpStep(campaign.slug, "template"));
}

/** Mails the saved message, as one retailer would get it, to whoever asks. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const retailerSlug = fields.get("retailer") ?? undefined;
  const message = await printTestMessage(campaign, { urls: messageUrls, retailerSlug });
  if (!message) throw notFound();
  await sendTestMessage({ id: uuidIn(fields, "id"), campaign, message, by: organizer.id }, messageUrls);
  return redirect(`${paths.setUpStep(campaign.slug, "template")}?sent#test-message`, 303);
}
