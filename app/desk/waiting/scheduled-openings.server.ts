import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** A campaign that was to open by itself and has not, or that will not be able to. */
export function scheduledOpenings({ page }: { page: (campaignSlug: string) => string }): WaitingKind {
  return {
    name: "scheduled-opening",
    title: "Scheduled opening in question",
    act: "open and close",
    async count(campaigns, now) {
      return byCampaign(await sql`
        select id as "campaignId", 1 as count from (${planned()}) planned
        where id in ${sql(idsOf(campaigns))} and (opens_at <= ${now} or not has_letter or not has_target)`);
    },
    async list({ id, slug }, _limit, now) {
      const [plan] = await sql<Plan[]>`
        select opens_at as "opensAt", has_letter as "hasLetter", has_target as "hasTarget" from (${planned()}) planned where id = ${id}`;
      if (!plan || (plan.opensAt > now && plan.hasLetter && plan.hasTarget)) return [];
      return [{ id, words: wordsOf(plan, now), since: plan.opensAt <= now ? plan.opensAt : null, path: page(slug) }];
    },
  };
}

interface Plan {
  opensAt: Date;
  hasLetter: boolean;
  hasTarget: boolean;
}

function planned() {
  return sql`
    select c.id, c.opens_at,
      exists (select from letter_versions v where v.campaign_id = c.id and v.language = c.language and v.published_at is not null) as has_letter,
      exists (select from targets t where t.campaign_id = c.id) as has_target
    from campaigns c where c.state = 'draft' and c.opens_at is not null`;
}

function wordsOf({ opensAt, hasLetter, hasTarget }: Plan, now: Date) {
  const when = `${opensAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const lacks = [!hasLetter && "no letter is published in its own language", !hasTarget && "no retailer is a target"].filter(Boolean).join(", and ");
  const plan = opensAt <= now ? `It was to open at ${when} and is still a draft` : `It is to open at ${when}`;
  return lacks ? `${plan}: ${lacks}` : plan;
}
