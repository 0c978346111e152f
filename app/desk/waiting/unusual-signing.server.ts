import { sql } from "#db/client.server.ts";
import { FINDING_HOURS, findingQuery, listFindings } from "#app/desk/watching/read.server.ts";
import { hoursAfter } from "#app/signatures/links.ts";
import { byCampaign, type DeskPath, idsOf, type WaitingKind } from "./waiting-kind.ts";

interface Ways {
  signatures: DeskPath;
  seen: DeskPath;
  screening: (campaignSlug: string) => string;
}

/** What stood out among the signings of the last day, until somebody has seen it. A name is not told here: its list shows it. */
export function unusualSigning({ signatures, seen, screening }: Ways): WaitingKind {
  return {
    name: "unusual-signing",
    title: "Unusual signing",
    act: "moderate",
    async count(campaigns, now) {
      return byCampaign(await sql`
        select campaign_id as "campaignId", count(distinct (kind, value))::int as count from screening_findings
        where campaign_id in ${sql(idsOf(campaigns))} and created_at > ${hoursAfter(now, -FINDING_HOURS)} and seen_at is null group by 1`);
    },
    async list({ id, slug }, limit, now) {
      const found = await listFindings(id, now);
      return found.slice(0, limit).map((finding) => ({
        id: finding.id,
        words: `${finding.kind === "name" ? "One name" : finding.value}: ${finding.signings.toLocaleString("en")} of ${finding.ofSignings.toLocaleString("en")} signings within an hour`,
        since: finding.since,
        path: signatures(slug, findingQuery(finding)),
        press: { path: seen(slug, finding.id), words: "I have seen it", busy: "Noting…" },
      }));
    },
    path: screening,
  };
}
