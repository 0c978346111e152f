import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { whatHindersOpening } from "#app/desk/set-up.server.ts";
import { db } from "#db/client.server.ts";
import { campaignColumns, campaigns } from "#db/schema/index.ts";
import { byCampaign, idsOf, type WaitingCampaign, type WaitingKind } from "./waiting-kind.ts";

interface Addresses {
  page(campaignSlug: string): string;
  letter(campaignSlug: string): string;
}

/** A campaign that was to open by itself and has not, or that would not if its time were now. */
export function scheduledOpenings({ page, ...urls }: Addresses): WaitingKind {
  return {
    name: "scheduled-opening",
    title: "Scheduled opening in question",
    act: "open and close",
    async count(among, now) {
      const plans = await listPlans(among, urls);
      return byCampaign(plans.filter((plan) => isInQuestion(plan, now)).map(({ id }) => ({ campaignId: id, count: 1 })));
    },
    async list(campaign, _limit, now) {
      const plans = await listPlans([campaign], urls);
      return plans
        .filter((plan) => isInQuestion(plan, now))
        .map((plan) => ({ id: plan.id, words: wordsOf(plan, now), since: plan.opensAt <= now ? plan.opensAt : null, path: page(campaign.slug) }));
    },
  };
}

interface Plan {
  id: string;
  opensAt: Date;
  missing: string[];
}

/** Few drafts have a time, so each is read as its set-up reads it: one rule for whoever opens. */
async function listPlans(among: WaitingCampaign[], urls: Pick<Addresses, "letter">): Promise<Plan[]> {
  const isPlanned = and(inArray(campaigns.id, idsOf(among)), eq(campaigns.state, "draft"), isNotNull(campaigns.opensAt));
  const planned = await db.select(campaignColumns).from(campaigns).where(isPlanned);
  const plans = await Promise.all(
    planned.map(async (campaign) => {
      const missing = await whatHindersOpening(campaign, urls);
      return campaign.opensAt ? [{ id: campaign.id, opensAt: campaign.opensAt, missing: missing.map(({ title }) => title) }] : [];
    }),
  );
  return plans.flat();
}

function isInQuestion({ opensAt, missing }: Plan, now: Date) {
  return opensAt <= now || missing.length > 0;
}

function wordsOf({ opensAt, missing }: Plan, now: Date) {
  const when = `${opensAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const plan = opensAt <= now ? `It was to open at ${when} and is still a draft` : `It is to open at ${when}`;
  return missing.length > 0 ? `${plan}; missing: ${missing.join(", ")}` : plan;
}
