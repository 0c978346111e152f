import { dayOf } from "#app/responses/calendar-days.ts";
import { requestsByDay, type DayCount } from "#app/desk/numbers/sums.ts";
import { daysBefore, lastDays, startOfDay } from "#app/desk/utc-days.ts";
import { hashToken } from "#app/tokens.server.ts";
import { sql } from "#db/client.server.ts";

const CHART_DAYS = 14;

interface Partner {
  coSignerId: string;
  organisation: string;
  partner: string;
  mayDownload: boolean;
  downloadedAt: Date | null;
  codeMailedAt: Date | null;
  campaignId: string;
  slug: string;
  campaignName: string;
  isSample: boolean;
  accent: string | null;
  logoHash: string | null;
  privacyContact: string;
}

/** What an organisation sees of what its link brought: numbers from what the clock has counted, and how many agreed to be told to it. */
export async function readPartnerPage(token: string, now: Date = new Date()) {
  const [own] = await sql<Partner[]>`
    select c.id as "coSignerId", c.name as organisation, c.partner, p.may_download as "mayDownload", p.downloaded_at as "downloadedAt",
           p.code_mailed_at as "codeMailedAt", g.id as "campaignId", g.slug, g.name as "campaignName", g.is_sample as "isSample", g.accent,
           g.logo_hash as "logoHash", g.privacy_contact as "privacyContact"
    from partners p join co_signers c on c.id = p.co_signer_id join campaigns g on g.id = c.campaign_id
    where p.token_hash = ${hashToken(token)} and c.partner is not null`;
  if (!own) return undefined;
  const [[sums], days, agreed] = await Promise.all([
    sql<{ confirmed: number }[]>`
      select coalesce(sum(confirmed), 0)::int as confirmed from daily_counts
      where campaign_id = ${own.campaignId} and by = 'source' and value = ${own.partner}`,
    // As the source's row of each day: what the desk's chart shows of all.
    sql<DayCount[]>`
      select to_char(day, 'YYYY-MM-DD') as day, 'all' as by, value, created, confirmed from daily_counts
      where campaign_id = ${own.campaignId} and by = 'source' and value = ${own.partner} and day >= ${dayOf(daysBefore(startOfDay(now), CHART_DAYS - 1))}`,
    countAgreed(own.coSignerId),
  ]);
  return { ...own, confirmed: sums?.confirmed ?? 0, days: requestsByDay(days, lastDays(now, CHART_DAYS)), agreed };
}

/** Confirmed signers whose consent stands. */
async function countAgreed(coSignerId: string) {
  const [row] = await sql<{ agreed: number }[]>`
    select count(*)::int as agreed from consents k join signatures s on s.id = k.signature_id
    where k.co_signer_id = ${coSignerId} and k.withdrawn_at is null and s.state = 'confirmed'`;
  return row?.agreed ?? 0;
}
