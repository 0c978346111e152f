import { and, asc, eq, ne, sql as raw } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { letterDrafts } from "#db/schema/index.ts";

export type DraftText = Awaited<ReturnType<typeof listDraftTexts>>[number];

/** What is being written, a row for each language that somebody began. */
export async function listDraftTexts(campaignId: string) {
  return db
    .select({
      language: letterDrafts.language,
      title: letterDrafts.title,
      addressees: letterDrafts.addressees,
      datedOn: letterDrafts.datedOn,
      summary: letterDrafts.summary,
      bodyMarkdown: letterDrafts.bodyMarkdown,
      sourcesMarkdown: letterDrafts.sourcesMarkdown,
    })
    .from(letterDrafts)
    .where(eq(letterDrafts.campaignId, campaignId))
    .orderBy(asc(letterDrafts.language));
}

/** Who the letter in one language is to; begins the letter when there is none yet. False when nothing changed. */
export async function nameAddressees(
  tx: Transaction,
  { campaignId, language, addressees, by }: { campaignId: string; language: string; addressees: string; by: string },
  now: Date = new Date(),
): Promise<boolean> {
  const named = await tx
    .insert(letterDrafts)
    .values({ campaignId, language, addressees, updatedBy: by, updatedAt: now })
    .onConflictDoUpdate({
      target: [letterDrafts.campaignId, letterDrafts.language],
      set: { addressees, revision: raw`${letterDrafts.revision} + 1`, updatedBy: by, updatedAt: now },
      setWhere: ne(letterDrafts.addressees, addressees),
    })
    .returning({ language: letterDrafts.language });
  return named.length > 0;
}

/** A letter that nobody has written yet goes along when its campaign's language changes. */
export async function moveEmptyDraft(tx: Transaction, { campaignId, from, to }: { campaignId: string; from: string; to: string }) {
  const taken = tx.select({ language: letterDrafts.language }).from(letterDrafts).where(and(eq(letterDrafts.campaignId, campaignId), eq(letterDrafts.language, to)));
  await tx
    .update(letterDrafts)
    .set({ language: to })
    .where(and(eq(letterDrafts.campaignId, campaignId), eq(letterDrafts.language, from), eq(letterDrafts.bodyMarkdown, ""), raw`not exists ${taken}`));
}
