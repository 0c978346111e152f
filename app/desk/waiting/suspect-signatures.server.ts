import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Beyond these nobody counts by eye. */
const COUNTED = 10_000;

/** Signatures that a human has to look at before they count or go. */
export function suspectSignatures({ signatures }: { signatures: (campaignSlug: string) => string }): WaitingKind {
  const suspect = () => sql`(
    select created_at from signatures where campaign_id = c.id and state = 'suspect' limit ${COUNTED}
  )`;
  return {
    name: "suspect-signatures",
    title: "Suspect signatures",
    act: "moderate",
    async count(campaigns) {
      return byCampaign(await sql`
        select c.id as "campaignId", s.count from campaigns c, lateral (select count(*)::int as count from ${suspect()} one) s
        where c.id in ${sql(idsOf(campaigns))} and s.count > 0`);
    },
    async list(campaign) {
      const [found] = await sql<{ count: number; since: Date | null }[]>`
        select count(*)::int as count, min(one.created_at) as since from campaigns c, lateral ${suspect()} one where c.id = ${campaign.id}`;
      if (!found || found.count === 0) return [];
      const { count, since } = found;
      const number = count === COUNTED ? `${COUNTED.toLocaleString("en")} or more` : count.toLocaleString("en");
      return [{ id: "suspect", words: `${number} to look at`, since, path: signatures(campaign.slug) }];
    },
    path: signatures,
  };
}
