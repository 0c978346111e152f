import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { saveSettings, settingsOf } from "#app/campaigns/settings.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

/** Somebody opened the address of the form: its page is the screening's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskScreening(campaign.slug));
}

/** Says what is wanted and not "the other": pressed by two at once, it is as both wanted it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const wanted = (await readFields(request)).get("proof");
  const opened = { revision: campaign.revision, seen: seenOf(settingsOf(campaign, ["asksForProof"])) };
  if (wanted === "on" || wanted === "off") await saveSettings({ campaignId: campaign.id, by: organizer.id, values: { asksForProof: wanted === "on" }, ...opened });
  return redirect(paths.deskScreening(campaign.slug), 303);
}
