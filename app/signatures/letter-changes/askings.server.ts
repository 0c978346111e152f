import { sql } from "#db/client.server.ts";

/** An agreement is written at once and never changes: after so long no transaction that held one is still open. */
const SETTLES_MINUTES = 5;

export interface Askings {
  asked: number;
  agreed: number;
  /** Everybody was asked, and whoever comes late is asked by the clock. */
  isWhole: boolean;
}

/** How many were asked about each material version of a campaign and how many agreed, by the version's id. */
export async function readAskings(campaignId: string): Promise<Map<string, Askings>> {
  const rows = await sql<(Askings & { id: string })[]>`
    select v.id, coalesce(mark.asked, 0) as asked, mark.asked_through is not null as "isWhole",
      coalesce(mark.agreed, 0) + (
        select count(*)::int from letter_askings a
        where a.letter_version_id = v.id and a.agreed_at is not null and a.agreed_at >= coalesce(mark.agreed_through, '-infinity')
      ) as agreed
    from letter_versions v left join asking_marks mark on mark.letter_version_id = v.id
    where v.campaign_id = ${campaignId} and v.is_material`;
  return new Map(rows.map(({ id, ...askings }) => [id, askings]));
}

/** Run by the clock: sums up the agreements that are some minutes old, so that no page counts a million of them. */
export async function countAgreements(now: Date = new Date()) {
  const settled = new Date(now.getTime() - SETTLES_MINUTES * 60_000);
  await sql`
    update asking_marks mark
    set agreed_through = ${settled}, agreed = mark.agreed + (
      select count(*)::int from letter_askings a
      where a.letter_version_id = mark.letter_version_id and a.agreed_at is not null
        and a.agreed_at >= coalesce(mark.agreed_through, '-infinity') and a.agreed_at < ${settled}
    )
    where coalesce(mark.agreed_through, '-infinity') < ${settled}::timestamptz - interval '1 minute'`;
}
