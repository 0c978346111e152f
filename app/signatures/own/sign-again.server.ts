import { and, eq, inArray, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { statesThat } from "#app/campaigns/states.ts";
import { db } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, signatures } from "#db/schema/index.ts";
import type { Own } from "./edit.server.ts";

/**
 * Confirms a withdrawn signature anew: the mailed link has proven the address, so no other mail is needed. It keeps its
 * place in time, as one confirmed anew by mail does. Not once the letter takes no signatures, and not a removed one.
 */
export async function signAgain({ id, canonicalEmail }: Own, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const open = tx.select({ id: campaigns.id }).from(campaigns).where(inArray(campaigns.state, statesThat("canBeSigned")));
    const [signed] = await tx
      .update(signatures)
      .set({ state: "confirmed", confirmedAt: raw`coalesce(${signatures.confirmedAt}, ${now.toISOString()}::timestamptz)`, stateChangedAt: now })
      .where(and(eq(signatures.id, id), eq(signatures.canonicalEmail, canonicalEmail), eq(signatures.state, "withdrawn"), inArray(signatures.campaignId, open)))
      .returning({ campaignId: signatures.campaignId });
    if (!signed) return { outcome: "not possible" } as const;
    await writeAudit(tx, { campaignId: signed.campaignId, by: null, act: "signed again", subject: "signature", subjectId: id, title: "a signature" }, now);
    const [campaign] = await tx.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, signed.campaignId));
    if (campaign) await notify(tx, "published", campaign.slug);
    return { outcome: "signed again" } as const;
  });
}
