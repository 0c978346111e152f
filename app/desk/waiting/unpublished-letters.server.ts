import { sql } from "#db/client.server.ts";
import { byCampaign, type DeskPath, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Texts of a letter that is public already, written on and not published. */
export function unpublishedLetters({ letter }: { letter: DeskPath }): WaitingKind {
  return {
    name: "letter-changes",
    title: "Letter changes to publish",
    act: "open and close",
    async count(campaigns) {
      return byCampaign(await sql`
        select d.campaign_id as "campaignId", count(*)::int as count ${fromChanged()} and d.campaign_id in ${sql(idsOf(campaigns))} group by 1`);
    },
    async list(campaign, limit) {
      const changed = await sql<{ language: string; isFirst: boolean; since: Date }[]>`
        select d.language, v.number is null as "isFirst", d.updated_at as since ${fromChanged()} and d.campaign_id = ${campaign.id}
        order by d.updated_at limit ${limit}`;
      return changed.map(({ language, isFirst, since }) => ({
        id: language,
        words: `${nameOf(language)}: ${isFirst ? "written and not published" : "changed since it was published"}`,
        since,
        path: letter(campaign.slug, language),
      }));
    },
  };
}

/** Compared by their words: a draft that was saved without a change waits for nobody. */
function fromChanged() {
  return sql`
    from letter_drafts d join campaigns c on c.id = d.campaign_id and c.state in ('open', 'paused')
    left join lateral (
      select * from letter_versions where campaign_id = d.campaign_id and language = d.language and published_at is not null
      order by number desc limit 1
    ) v on true
    where d.body_markdown <> ''
      and (d.title, d.addressees, d.dated_on, d.summary, d.body_markdown, d.sources_markdown)
        is distinct from (v.title, v.addressees, v.dated_on, v.summary, v.body_markdown, v.sources_markdown)`;
}

function nameOf(language: string) {
  return new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(language) ?? language;
}
