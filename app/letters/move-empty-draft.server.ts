import { and, eq, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.server.ts";
import { letterDrafts } from "#db/schema/index.ts";

/** A letter that nobody has written yet goes along when its campaign's language changes; with it goes who it is to. */
export async function moveEmptyDraft(tx: Transaction, { campaignId, from, to }: { campaignId: string; from: string; to: string }) {
  const other = alias(letterDrafts, "other");
  const taken = tx.select({ language: other.language }).from(other).where(and(eq(other.campaignId, campaignId), eq(other.language, to)));
  await tx
    .update(letterDrafts)
    .set({ language: to })
    .where(and(eq(letterDrafts.campaignId, campaignId), eq(letterDrafts.language, from), eq(letterDrafts.bodyMarkdown, ""), notExists(taken)));
}
