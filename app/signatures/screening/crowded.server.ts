import type postgres from "postgres";
import type { Signing } from "./rule.ts";

/** So many from one network within minutes are a family, an office or a class: nobody has to wait for the others. */
const CALM_SIGNINGS = 10;
const CALM_MINUTES = 5;

/**
 * The signatures whose network signs so much just now that their mail lets everybody else's go first. A botnet that stays
 * below the limits would else put hours of mail before the one that somebody waits for. Asked before this batch is kept.
 */
export async function findCrowded(tx: postgres.TransactionSql, signings: readonly Signing[]): Promise<ReadonlySet<string>> {
  const batch = new Map<string, { campaign: string; network: string; count: number; oldest: string }>();
  for (const { campaignId, network, createdAt } of signings) {
    if (network === null) continue;
    const key = keyOf(campaignId, network);
    const known = batch.get(key);
    batch.set(key, { campaign: campaignId, network, count: (known?.count ?? 0) + 1, oldest: known?.oldest ?? createdAt.toISOString() });
  }
  if (batch.size === 0) return new Set();
  const before = await tx<{ campaign: string; network: string; count: number }[]>`
    select k.campaign, k.network, recent.count
    from jsonb_to_recordset(${tx.json([...batch.values()])}) as k(campaign uuid, network text, oldest timestamptz), lateral (
      select count(*)::int as count from (
        select from screened_signings
        where campaign_id = k.campaign and network = k.network and created_at > k.oldest - make_interval(mins => ${CALM_MINUTES})
        limit ${CALM_SIGNINGS + 1}
      ) one
    ) recent`;
  const crowded = new Set(
    before
      .map(({ campaign, network, count }) => ({ key: keyOf(campaign, network), count }))
      .filter(({ key, count }) => count + (batch.get(key)?.count ?? 0) > CALM_SIGNINGS)
      .map(({ key }) => key),
  );
  return new Set(signings.filter(({ campaignId, network }) => network !== null && crowded.has(keyOf(campaignId, network))).map(({ signatureId }) => signatureId));
}

function keyOf(campaignId: string, network: string) {
  return `${campaignId} ${network}`;
}
