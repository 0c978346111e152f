import { statesThat } from "#app/campaigns/states.ts";
import type { Act } from "#app/organizers/roles.ts";
import { writableStates } from "#app/retailers/contact-states.ts";
import { sql } from "#db/client.server.ts";
import { byCampaign, type DeskPath, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** What holds a target's messages; the first that applies. What nothing holds is about to leave, and waits for nobody. */
type Hold = "campaign" | "test mode" | "paused" | "no contact";

const HOLDS: Record<Hold, { name: string; title: string; act: Act }> = {
  campaign: { name: "held-by-campaign", title: "Messages held: the campaign is not open", act: "open and close" },
  "test mode": { name: "held-in-test-mode", title: "Messages held: the campaign is in test mode", act: "go live" },
  paused: { name: "held-by-pause", title: "Messages held: sending to their retailer is paused", act: "pause" },
  "no contact": { name: "held-without-contact", title: "Messages held: their retailer has no working address", act: "write contacts" },
};

/** Messages that their signers let go and that have not left, by target, as the clock last counted them. */
export function heldMessages(hold: Hold, { target }: { target: DeskPath }): WaitingKind {
  return {
    ...HOLDS[hold],
    async count(campaigns) {
      return byCampaign(await sql`
        select t.campaign_id as "campaignId", sum(n.waiting)::int as count ${fromHeld(hold)}
        and t.campaign_id in ${sql(idsOf(campaigns))} group by 1`);
    },
    async list(campaign, limit) {
      const held = await sql<{ id: string; slug: string; name: string; waiting: number; since: Date }[]>`
        select t.id, r.slug, r.name, n.waiting, n.oldest_waiting_at as since ${fromHeld(hold)}
        and t.campaign_id = ${campaign.id} order by n.oldest_waiting_at limit ${limit}`;
      return held.map(({ id, slug, name, waiting, since }) => ({
        id,
        words: `${waiting.toLocaleString("en")} to ${name}`,
        since,
        path: target(campaign.slug, slug),
      }));
    },
  };
}

function fromHeld(hold: Hold) {
  return sql`
    from target_counts n join targets t on t.id = n.target_id join retailers r on r.id = t.retailer_id join campaigns c on c.id = t.campaign_id
    where n.waiting > 0 and ${hold} = case
      when c.state not in ${sql(statesThat("doMessagesLeave"))} then 'campaign'
      when c.is_in_test_mode then 'test mode'
      when t.paused_at is not null then 'paused'
      when not exists (select from contacts k where k.retailer_id = t.retailer_id and k.state in ${sql(writableStates())}) then 'no contact'
      else 'its turn'
    end`;
}
