import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { readPublicCount } from "#app/desk/counting/public-count.server.ts";
import { countUnderTexts } from "#app/signatures/letter-changes/count-by-version.server.ts";
import { TOLD_IN } from "#app/signatures/told-states.ts";

/**
 * The count for whoever shows it elsewhere, and for the letter's own page. `asOf` is the minute up to which everybody is
 * in it, so that an unchanged count is the same answer for a minute; `outside` is told once a night, in tens.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await findCampaign(params.slug ?? "");
  if (!campaign) return Response.json({ error: "There is no such campaign." }, { status: 404 });
  const { total, today, lastHour, asOf, imported, onPaper, night } = await readPublicCount(campaign.id);
  // Only of a letter that has changed materially: how many are under today's text.
  const underTexts = await countUnderTexts(campaign.id, total);
  return Response.json({
    count: total,
    goal: campaign.goal,
    today,
    ...(underTexts ? { under_texts: underTexts } : {}),
    last_hour: lastHour,
    as_of: asOf,
    imported,
    on_paper: onPaper,
    outside: night && { ...night.states, in_tens_of: TOLD_IN, as_of: night.endedAt },
    reconciled: night && { at: night.endedAt, was_right: night.isRight, found: night.found },
  });
}
