import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await findCampaign(params.slug ?? "");
  if (!campaign) return Response.json({ error: "There is no such campaign." }, { status: 404 });
  return Response.json({ count: await countSignatures(campaign.id), goal: campaign.goal });
}
