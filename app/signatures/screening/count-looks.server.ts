import type postgres from "postgres";
import type { Signing } from "./rule.ts";

interface Look {
  campaign_id: string;
  minute: Date;
  suspicion: string;
  signings: number;
  new_signings: number;
}

/**
 * Adds a batch to the counts by minute, so that the desk tells an hour or a day from a few rows. Batches come one after
 * the other, so no two add at once.
 */
export async function countLooks(tx: postgres.TransactionSql, signings: readonly Signing[], suspicions: ReadonlyMap<number, string>) {
  const looks = new Map<string, Look>();
  for (const { id, campaignId, isNew, createdAt } of signings) {
    const minute = new Date(Math.floor(createdAt.getTime() / 60_000) * 60_000);
    const suspicion = suspicions.get(id) ?? "";
    const key = `${campaignId} ${minute.getTime()} ${suspicion}`;
    const look = looks.get(key) ?? { campaign_id: campaignId, minute, suspicion, signings: 0, new_signings: 0 };
    looks.set(key, { ...look, signings: look.signings + 1, new_signings: look.new_signings + (isNew ? 1 : 0) });
  }
  if (looks.size === 0) return;
  await tx`
    insert into screening_counts ${tx([...looks.values()])}
    on conflict on constraint one_count_per_minute_and_suspicion do update
    set signings = screening_counts.signings + excluded.signings, new_signings = screening_counts.new_signings + excluded.new_signings`;
}
