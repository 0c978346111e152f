import { statesThat } from "#app/campaigns/states.ts";
import { ASK_AGAIN } from "#app/letters/asking-rules.ts";
import { englishName } from "#app/letters/languages.ts";
import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Material changes of a letter about which earlier signers were not asked to the end: the job was cancelled or failed. */
export function unaskedSigners({ version }: { version: (slug: string, language: string, number: number) => string }): WaitingKind {
  return {
    name: "unasked-signers",
    title: "Letter changes to ask signers about",
    act: "open and close",
    async count(campaigns) {
      return byCampaign(await sql`
        select v.campaign_id as "campaignId", count(*)::int as count ${fromUnasked()} and v.campaign_id in ${sql(idsOf(campaigns))} group by 1`);
    },
    async list(campaign, limit) {
      const unasked = await sql<{ id: string; language: string; number: number; since: Date }[]>`
        select v.id, v.language, v.number, v.published_at as since ${fromUnasked()} and v.campaign_id = ${campaign.id} order by v.published_at limit ${limit}`;
      return unasked.map(({ id, language, number, since }) => ({
        id,
        words: `${englishName(language)}, version ${number}: earlier signers were not all asked`,
        since,
        path: version(campaign.slug, language, number),
      }));
    },
  };
}

/** Of each language the newest change only, and where somebody stands under an earlier text. */
function fromUnasked() {
  return sql`
    from letter_versions v join campaigns c on c.id = v.campaign_id and c.state in ${sql(statesThat("isPublic").filter((state) => state !== "archived"))}
      and not c.is_sample and c.erased_at is null
    where v.is_material
      and not exists (select from letter_versions l where l.campaign_id = v.campaign_id and l.language = v.language and l.is_material and l.number > v.number)
      and not exists (select from asking_marks m where m.letter_version_id = v.id and m.asked_through is not null)
      and not exists (
        select from jobs j where j.campaign_id = v.campaign_id and j.kind = ${ASK_AGAIN} and j.state in ('waiting', 'running')
          and j.input->>'letterVersionId' = v.id::text
      )
      and exists (
        select from letter_versions e join version_counts n on n.letter_version_id = e.id and n.confirmed > 0
        where e.campaign_id = v.campaign_id and e.language = v.language and e.number < v.number
      )`;
}
