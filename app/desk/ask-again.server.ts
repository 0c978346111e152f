import { eq } from "drizzle-orm";
import { askSignersAgain } from "#app/letters/ask-again.server.ts";
import { canAskAgain } from "#app/letters/asking-rules.ts";
import { listLetterVersions } from "#app/letters/find.server.ts";
import { newestChange } from "#app/letters/texts.ts";
import { db } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { listOpenAskings } from "./open-askings.server.ts";

interface Wish {
  campaignId: string;
  language: string;
  number: number;
  /** Made with the form. */
  jobId: string;
  by: string;
}

export type AskAgainOutcome = { outcome: "asked" | "asked before"; jobId: string } | { outcome: "not asked" };

/**
 * Asks those who were not asked about the newest change, because the job was cancelled or failed: whoever was is not
 * asked twice. While such a job is under way it is that one. An older change is asked about no more.
 */
export async function askAgain({ campaignId, language, number, jobId, by }: Wish, now: Date = new Date()): Promise<AskAgainOutcome> {
  return db.transaction(async (tx) => {
    const { state, isSample, erasedAt } = campaigns;
    const [campaign] = await tx.select({ state, isSample, erasedAt }).from(campaigns).where(eq(campaigns.id, campaignId)).for("no key update");
    const version = newestChange(await listLetterVersions(campaignId, language, tx), language);
    if (!campaign || !canAskAgain(campaign) || version?.number !== number) return { outcome: "not asked" };
    const [open] = await listOpenAskings(tx, campaignId, version.id);
    if (open) return { outcome: "asked before", jobId: open.id };
    return { outcome: "asked", jobId: await askSignersAgain(tx, { campaignId, version, by, jobId }, now) };
  });
}
