import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { takeStep } from "#app/desk/take-step.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";

/** Somebody opened the address of the form: it stands on the page of the campaign's state. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskState(campaign.slug));
}

/** Pauses the campaign, or resumes it; the page of its state then says which it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "pause");
  const step = (await readFields(request)).get("step");
  if (step === "pause" || step === "resume") await takeStep(step, { campaignId: campaign.id, by: organizer.id });
  return redirect(paths.deskState(campaign.slug), 303);
}
