import type { Transaction } from "#db/client.server.ts";
import { listLetterDrafts } from "./draft.server.ts";
import { missingParts } from "./letter-text.ts";
import { publishLetterDraft } from "./publish.server.ts";

/** Every language that lacks nothing becomes public, as a campaign opens. What is not whole stays a draft, to be published from its own page. */
export async function publishWholeLetters(tx: Transaction, { campaignId, by }: { campaignId: string; by: string | null }, now: Date) {
  for (const { language, text } of await listLetterDrafts(campaignId, tx)) {
    if (missingParts(text).length === 0) await publishLetterDraft(tx, { campaignId, language, by }, now);
  }
}
