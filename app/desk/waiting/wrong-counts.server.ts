import { foundInWords } from "#app/desk/counting/reconciliation-words.ts";
import { sql } from "#db/client.server.ts";
import { byCampaign, type DeskPath, idsOf, type WaitingKind } from "./waiting-kind.ts";

interface Found {
  id: string;
  wrongBy: number;
  wrongMinutes: number;
  wrongHours: number;
  wrongDays: number;
  since: Date;
}

/** Nights in which the count was found wrong, until an organizer has seen it. */
export function wrongCounts({ page, dismissal }: { page: (campaignSlug: string) => string; dismissal: DeskPath }): WaitingKind {
  const undismissed = () => sql`
    from reconciliations where ended_at is not null and dismissed_at is null
      and (wrong_by <> 0 or wrong_minutes <> 0 or wrong_hours <> 0 or wrong_days <> 0)`;
  return {
    name: "wrong-counts",
    title: "Counts that were wrong",
    act: "edit",
    path: page,
    async count(campaigns) {
      return byCampaign(await sql`
        select campaign_id as "campaignId", count(*)::int as count ${undismissed()} and campaign_id in ${sql(idsOf(campaigns))} group by 1`);
    },
    async list(campaign, limit) {
      const found = await sql<Found[]>`
        select id, wrong_by as "wrongBy", wrong_minutes as "wrongMinutes", wrong_hours as "wrongHours", wrong_days as "wrongDays", ended_at as since
        ${undismissed()} and campaign_id = ${campaign.id} order by night limit ${limit}`;
      return found.map(({ id, since, ...wrong }) => ({
        id, words: foundInWords(wrong), since, path: page(campaign.slug),
        press: { path: dismissal(campaign.slug, id), words: "Seen", busy: "Noting…" },
      }));
    },
  };
}
