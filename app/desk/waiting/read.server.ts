import { may, type Role } from "#app/organizers/roles.ts";
import type { WaitingCampaign, WaitingKind } from "./waiting-kind.ts";

const SHOWN = 3;
const LISTED = 200;

type RoleAt = WaitingCampaign & { role: Role };

export type Waiting = Awaited<ReturnType<typeof readWaiting>>[number];

/** What waits in one campaign, by kind, with the oldest few: first what this role may do itself. */
export async function readWaiting(kinds: readonly WaitingKind[], campaign: RoleAt, now: Date = new Date()) {
  const waiting = await Promise.all(kinds.map((kind) => readKind(kind, campaign, SHOWN, now)));
  return waiting.filter(({ count }) => count > 0).toSorted((one, other) => Number(other.isYours) - Number(one.isYours));
}

/** What waits of one kind, the oldest first. */
export async function readWaitingKind(kind: WaitingKind, campaign: RoleAt, now: Date = new Date()) {
  return readKind(kind, campaign, LISTED, now);
}

async function readKind(kind: WaitingKind, { id, slug, role }: RoleAt, limit: number, now: Date) {
  const { name, title, act, path } = kind;
  const count = (await kind.count([{ id, slug }], now)).get(id) ?? 0;
  const things = count === 0 ? [] : await kind.list({ id, slug }, limit, now);
  // A thing may stand for many, as one retailer does for its messages.
  const isWhole = things.length < limit || things.length >= count;
  return { name, title, count, things, isWhole, isYours: may(role, act), path: path?.(slug) ?? null };
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
