import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { askAgain } from "#app/desk/ask-again.server.ts";
import { readForm } from "#app/http/form.ts";
import { requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { readVersionNumber } from "#app/letters/version-number.ts";

const AskForm = z.object({ job: z.guid() });

/** The button stands on the version's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  return redirect(paths.deskLetterVersion(campaign.slug, requireLetterLanguage(params.language), params.number ?? ""), 303);
}

/** On to the job, be it the one that was asked for now or the one under way. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "open and close");
  const language = requireLetterLanguage(params.language);
  const number = readVersionNumber(params.number) ?? 0;
  const form = await readForm(request, AskForm);
  const version = paths.deskLetterVersion(campaign.slug, language, params.number ?? "");
  if (!form.ok) return redirect(version, 303);
  const asked = await askAgain({ campaignId: campaign.id, language, number, jobId: form.values.job, by: organizer.id });
  return redirect(asked.outcome === "not asked" ? version : paths.deskJob(campaign.slug, asked.jobId), 303);
}
