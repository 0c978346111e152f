import { listLetterDrafts } from "#app/letters/draft.server.ts";
import { missingParts } from "#app/letters/letter-text.ts";
import { publishLetterDraft } from "#app/letters/publish.server.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { openCampaign } from "./campaign-life.server.ts";
import { readSetUp } from "./set-up.server.ts";
import { whatIsMissing } from "./set-up-needs.ts";

interface Publishing {
  campaign: DeskCampaign;
  by: string;
}

/**
 * The end of the set-up: every letter that is whole becomes its first public version, and the campaign opens, in test
 * mode as it was. All of it or nothing; pressed twice, it is opened once.
 */
export async function publishSetUp(
  { campaign, by }: Publishing,
  urls: { letter(slug: string): string },
  now: Date = new Date(),
): Promise<{ outcome: "opened" | "opened before" | "not ready" }> {
  if (campaign.state !== "draft") return { outcome: "opened before" };
  if (whatIsMissing(await readSetUp(campaign, urls)).length > 0) return { outcome: "not ready" };
  return db.transaction(async (tx) => {
    await publishWholeLetters(tx, { campaign, by }, now);
    const { outcome } = await openCampaign(tx, { campaignId: campaign.id, by }, now);
    if (outcome === "not possible") return { outcome: "opened before" };
    return { outcome: outcome === "opened" ? "opened" : "not ready" };
  });
}

/** What is not whole stays a draft, and is published from the letter's own page once it is. */
export async function publishWholeLetters(tx: Transaction, { campaign, by }: Publishing, now: Date) {
  const drafts = await listLetterDrafts(campaign.id, tx);
  for (const { language, text } of drafts) {
    if (missingParts(text).length === 0) await publishLetterDraft(tx, { campaignId: campaign.id, language, by }, now);
  }
}
