import { RESPONSE_KINDS, type ResponseKind } from "#app/responses/response-words.ts";
import { sql } from "#db/client.server.ts";
import { byCampaign, type DeskPath, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Responses that somebody recorded and nobody has published. */
export function draftsToPublish({ response, publication }: { response: DeskPath; publication: DeskPath }): WaitingKind {
  return {
    name: "drafts",
    title: "Drafts to publish",
    act: "publish",
    async count(campaigns) {
      return byCampaign(await sql`
        select t.campaign_id as "campaignId", count(*)::int as count from responses p join targets t on t.id = p.target_id
        where t.campaign_id in ${sql(idsOf(campaigns))} and p.published_at is null group by 1`);
    },
    async list({ id: campaignId, slug }, limit) {
      const drafts = await sql<{ id: string; retailer: string; kind: ResponseKind; summary: string; since: Date }[]>`
        select p.id, r.name as retailer, p.kind, p.summary, p.created_at as since
        from responses p join targets t on t.id = p.target_id join retailers r on r.id = t.retailer_id
        where t.campaign_id = ${campaignId} and p.published_at is null order by p.created_at limit ${limit}`;
      return drafts.map(({ id, retailer, kind, summary, since }) => ({
        id,
        words: `${retailer}, ${RESPONSE_KINDS[kind].word.toLowerCase()}: ${summary}`,
        since,
        path: response(slug, id),
        press: { path: publication(slug, id), words: "Publish", busy: "Publishing…" },
      }));
    },
  };
}
