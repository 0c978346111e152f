import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { countUnderTexts } from "#app/signatures/letter-changes/count-by-version.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await findCampaign(params.slug ?? "");
  if (!campaign) return Response.json({ error: "There is no such campaign." }, { status: 404 });
  const count = await countSignatures(campaign.id);
  // Only of a letter that has changed materially: how many are under today's text.
  const underTexts = await countUnderTexts(campaign.id, count);
  return Response.json({ count, goal: campaign.goal, ...(underTexts ? { underTexts } : {}) });
}
