import { may, type Role } from "#app/organizers/roles.ts";
import type { WaitingCampaign, WaitingKind } from "./waiting-kind.ts";

const SHOWN = 3;

export type Waiting = Awaited<ReturnType<typeof readWaiting>>[number];

/** What waits in one campaign, by kind, with the oldest few: first what this role may do itself. */
export async function readWaiting(kinds: readonly WaitingKind[], { role, ...campaign }: WaitingCampaign & { role: Role }, now: Date = new Date()) {
  const waiting = await Promise.all(
    kinds.map(async (kind) => {
      const count = (await kind.count([campaign], now)).get(campaign.id) ?? 0;
      const things = count === 0 ? [] : await kind.list(campaign, SHOWN, now);
      return { name: kind.name, title: kind.title, count, things, isYours: may(role, kind.act), path: kind.path?.(campaign.slug) ?? null };
    }),
  );
  return waiting.filter(({ count }) => count > 0).toSorted((one, other) => Number(other.isYours) - Number(one.isYours));
}

/** How much of each kind waits in each of these campaigns, by campaign id: a statement a kind, however many they are. */
export async function countWaiting(kinds: readonly WaitingKind[], campaigns: WaitingCampaign[], now: Date = new Date()) {
  const counts = new Map<string, { title: string; count: number }[]>();
  if (campaigns.length === 0) return counts;
  const counted = await Promise.all(kinds.map(async (kind) => ({ title: kind.title, byCampaign: await kind.count(campaigns, now) })));
  for (const { title, byCampaign } of counted) {
    for (const [campaignId, count] of byCampaign) counts.set(campaignId, [...(counts.get(campaignId) ?? []), { title, count }]);
  }
  return counts;
}
