import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Signings come through a proxy that the house was not told of: who signs how often is not known, and so not limited. */
export function unknownProxy({ page }: { page: (campaignSlug: string) => string }): WaitingKind {
  return {
    name: "unknown-proxy",
    title: "Signers' addresses are not known: set TRUST_PROXY",
    act: "open and close",
    async count(campaigns, now) {
      if (!(await findSince(now))) return new Map();
      return byCampaign(await sql`
        select id as "campaignId", 1 as count from campaigns where state = 'open' and id in ${sql(idsOf(campaigns))}`);
    },
    async list(campaign, _, now) {
      const since = await findSince(now);
      const words = "Signings come through a proxy that the house was not told of, so nobody is limited by their address. Whoever runs the house sets TRUST_PROXY as docs/operate.md tells.";
      return since ? [{ id: "proxy", words, since, path: page(campaign.slug) }] : [];
    },
  };
}

/** Since when, if it was so today or yesterday (UTC): a row a day, of which there are three at most. */
async function findSince(now: Date) {
  const [found] = await sql<{ since: Date | null }[]>`
    select min(day)::timestamp at time zone 'UTC' as since from client_keys
    where has_unknown_proxy and day >= ${now.toISOString().slice(0, 10)}::date - 1`;
  return found?.since ?? undefined;
}
