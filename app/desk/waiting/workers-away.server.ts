import { isAway } from "#app/desk/clock/away.ts";
import { findLastSeen } from "#app/desk/clock/read-rounds.server.ts";
import { idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Nobody does the clock's work: no mail leaves and nothing is counted until a worker is back. */
export function workersAway({ page }: { page: (campaignSlug: string) => string }): WaitingKind {
  const awaySince = async (now: Date) => {
    const seenAt = await findLastSeen();
    return seenAt !== null && isAway(seenAt, now) ? seenAt : undefined;
  };
  return {
    name: "worker-away",
    title: "The clock stands still",
    act: "view",
    async count(campaigns, now) {
      return new Map((await awaySince(now)) ? idsOf(campaigns).map((id) => [id, 1]) : []);
    },
    async list(campaign, _limit, now) {
      const since = await awaySince(now);
      if (!since) return [];
      const when = `${since.toISOString().slice(0, 16).replace("T", " ")} UTC`;
      return [{ id: "worker", words: `No worker has been here since ${when}: no mail leaves. Tell whoever runs the machine`, since, path: page(campaign.slug) }];
    },
  };
}
