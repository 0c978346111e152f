import { eq, sql as raw } from "drizzle-orm";
import { findLastEditor } from "#app/audit/last-editor.server.ts";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { seenOf } from "#app/campaigns/seen.server.ts";
import type { Seen, SettingsChange } from "#app/campaigns/settings.server.ts";
import { type Limits, readLimits } from "#app/signatures/screening/limits.ts";
import { db } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { flatLimits, LIMITS_TITLE } from "./limits-form.ts";

/** The limits of a campaign, and what a form of them is opened at. */
export async function readCampaignLimits(campaignId: string) {
  const [row] = await db.select({ screening: campaigns.screening, revision: campaigns.revision }).from(campaigns).where(eq(campaigns.id, campaignId));
  const limits = readLimits(row?.screening ?? {});
  return { limits, opened: { revision: row?.revision ?? 0, seen: seenOf(flatLimits(limits)) } };
}

/** Writes them with a line of the log; whoever saves after somebody else changed them is told theirs instead. */
export async function saveLimits({ campaignId, limits, by, ...form }: Seen & { campaignId: string; limits: Limits; by: string }, now: Date = new Date()): Promise<SettingsChange> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ screening: campaigns.screening, revision: campaigns.revision, name: campaigns.name })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
      .for("update");
    if (!row) throw new Error("The campaign is gone.");
    const theirs = flatLimits(readLimits(row.screening));
    if (row.revision !== form.revision && seenOf(theirs) !== form.seen) {
      const editor = await findLastEditor(tx, { campaignId, subject: "settings", subjectId: campaignId }, now);
      return { outcome: "changed meanwhile", theirs, revision: row.revision, ...editor };
    }
    const changes = changesBetween(theirs, flatLimits(limits));
    if (!changes) return { outcome: "unchanged" };
    await tx.update(campaigns).set({ screening: { ...row.screening, limits }, revision: raw`${campaigns.revision} + 1` }).where(eq(campaigns.id, campaignId));
    await writeAudit(tx, { campaignId, by, act: "changed", subject: "settings", subjectId: campaignId, title: LIMITS_TITLE, ...changes }, now);
    return { outcome: "saved" };
  });
}
