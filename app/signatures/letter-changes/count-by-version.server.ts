import { listLetterVersions } from "#app/letters/find.server.ts";
import { versionsOfEarlierTexts, type VersionMark } from "#app/letters/texts.ts";
import { sql } from "#db/client.server.ts";
import { countSignatures } from "../count.server.ts";
import { everyConfirmed } from "../stretches.server.ts";

/**
 * How many confirmed signatures are under each of all the published versions, by the version's id: what the clock has
 * tallied, and the tail since. Undefined as long as the clock has not come to it, some seconds after a second version.
 */
export async function countByVersion(campaignId: string, versions: readonly Pick<VersionMark, "id">[]): Promise<Map<string, number> | undefined> {
  const [first] = versions;
  if (!first) return new Map();
  if (versions.length === 1) return new Map([[first.id, await countSignatures(campaignId)]]);
  const [mark] = await sql<{ through: Date }[]>`select counted_through as through from version_marks where campaign_id = ${campaignId}`;
  if (!mark) return undefined;
  const rows = await sql<{ id: string; count: number }[]>`
    with tail as (
      select letter_version_id, count(*)::int as count from signatures
      where campaign_id = ${campaignId} and ${everyConfirmed()} and confirmed_at >= ${mark.through} group by 1
    )
    select v.id, coalesce(kept.confirmed, 0) + coalesce(tail.count, 0) as count
    from letter_versions v
    left join version_counts kept on kept.letter_version_id = v.id
    left join tail on tail.letter_version_id = v.id
    where v.campaign_id = ${campaignId} and v.published_at is not null`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Of a campaign's signatures those under today's text, and those whose signers have not agreed to it. */
export interface UnderTexts {
  today: number;
  earlier: number;
}

/** Undefined where the letter never changed materially, and as long as the clock has not counted. */
export async function countUnderTexts(campaignId: string, total: number, versions?: readonly VersionMark[]): Promise<UnderTexts | undefined> {
  const all = versions ?? (await listLetterVersions(campaignId));
  if (!all.some(({ isMaterial }) => isMaterial)) return undefined;
  const counts = await countByVersion(campaignId, all);
  if (!counts) return undefined;
  const earlier = Math.min(total, versionsOfEarlierTexts(all).reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0));
  return { today: total - earlier, earlier };
}

/** How many signed in a language, under whichever version: those whom a material change there would concern. */
export async function countInLanguage(campaignId: string, language: string): Promise<number | undefined> {
  const versions = await listLetterVersions(campaignId);
  const counts = await countByVersion(campaignId, versions);
  return counts && versions.filter((version) => version.language === language).reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
}
