import { eq, sql as raw } from "drizzle-orm";
import { type AuditEntry, writeAudit } from "#app/audit/write.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns } from "#db/schema/index.ts";

export type LockedCampaign = Awaited<ReturnType<typeof lockCampaign>>;

/** Holds the campaign until the transaction ends, so that those who change its demands or co-signers come one after the other. */
export async function lockCampaign(tx: Transaction, campaignId: string) {
  const [campaign] = await tx
    .select({ id: campaigns.id, slug: campaigns.slug, state: campaigns.state, revision: campaigns.revision })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for("update");
  if (!campaign) throw new Error("The campaign is gone.");
  return campaign;
}

/** What every such change brings along: the newer revision, its lines in the log, and the public pages' notice. */
export async function tellOfChanges(tx: Transaction, { id, slug, state }: LockedCampaign, entries: Omit<AuditEntry, "campaignId">[]) {
  await tx.update(campaigns).set({ revision: raw`${campaigns.revision} + 1` }).where(eq(campaigns.id, id));
  for (const entry of entries) await writeAudit(tx, { campaignId: id, ...entry });
  if (state !== "draft") await notify(tx, "published", slug);
}
