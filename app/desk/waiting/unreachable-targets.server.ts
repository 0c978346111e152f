import { writableStates } from "#app/retailers/contact-states.ts";
import { sql } from "#db/client.server.ts";
import { isOnReservedDomain } from "#app/desk/reserved-domain.ts";
import { type DeskPath, idsOf, type WaitingCampaign, type WaitingKind } from "./waiting-kind.ts";

interface Reach {
  campaignId: string;
  isSample: boolean;
  slug: string;
  name: string;
  /** Where it can be written to. */
  addresses: string[];
  since: Date;
}

/** Targets that no message can reach: they have no address that takes mail. */
export function targetsWithoutContact({ contacts }: { contacts: DeskPath }): WaitingKind {
  return ofReach(({ addresses }) => addresses.length === 0, contacts, {
    name: "no-contact",
    title: "Retailers without a working address",
    words: (name) => `Give ${name} an address`,
  });
}

/** Addresses that were made to be placeholders. A sample's retailers are made up, and so are their addresses. */
export function targetsOnExampleAddresses({ contacts }: { contacts: DeskPath }): WaitingKind {
  const isExample = ({ isSample, addresses }: Reach) => !isSample && addresses.length > 0 && addresses.every(isOnReservedDomain);
  return ofReach(isExample, contacts, {
    name: "example-addresses",
    title: "Retailers on an example address",
    words: (name) => `Give ${name} a real address`,
  });
}

interface Wording {
  name: string;
  title: string;
  words: (retailer: string) => string;
}

function ofReach(isWaiting: (reach: Reach) => boolean, contacts: DeskPath, { name, title, words }: Wording): WaitingKind {
  return {
    name,
    title,
    act: "write contacts",
    async count(campaigns) {
      const counts = new Map<string, number>();
      for (const { campaignId } of (await listReach(campaigns)).filter(isWaiting)) counts.set(campaignId, (counts.get(campaignId) ?? 0) + 1);
      return counts;
    },
    async list(campaign, limit) {
      const waiting = (await listReach([campaign])).filter(isWaiting).slice(0, limit);
      return waiting.map((target) => ({ id: target.slug, words: words(target.name), since: target.since, path: contacts(campaign.slug, target.slug) }));
    },
  };
}

function listReach(campaigns: WaitingCampaign[]) {
  return sql<Reach[]>`
    select t.campaign_id as "campaignId", c.is_sample as "isSample", r.slug, r.name,
      coalesce(json_agg(k.email) filter (where k.state in ${sql(writableStates())}), '[]'::json) as addresses,
      coalesce(max(k.state_changed_at), t.created_at) as since
    from targets t join campaigns c on c.id = t.campaign_id join retailers r on r.id = t.retailer_id left join contacts k on k.retailer_id = r.id
    where t.campaign_id in ${sql(idsOf(campaigns))}
    group by t.id, c.id, r.id order by t.position, r.name`;
}
