import { and, eq, max } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, letterDrafts, letterVersions } from "#db/schema/index.ts";
import { findLetter, textOf } from "./find.server.ts";
import { letterLength } from "./length.ts";
import { EMPTY_LETTER, isSameText, type LetterPart, type LetterText, missingParts } from "./letter-text.ts";

interface Publishing {
  campaignId: string;
  language: string;
  /** Null when the clock or the command line does it. */
  by: string | null;
}

export type PublishOutcome =
  | { outcome: "published" | "unchanged"; number: number }
  | { outcome: "incomplete"; missing: LetterPart[] };

/**
 * Publishes a new version of a letter that the public already sees. A draft campaign's letter is published with the
 * campaign, and not by itself.
 */
export async function publishLetter(publishing: Publishing, now: Date = new Date()): Promise<PublishOutcome | { outcome: "with the campaign" }> {
  return db.transaction(async (tx) => {
    const [campaign] = await tx.select({ state: campaigns.state }).from(campaigns).where(eq(campaigns.id, publishing.campaignId)).for("share");
    if (campaign?.state === "draft") return { outcome: "with the campaign" };
    return publishLetterDraft(tx, publishing, now);
  });
}

/**
 * The draft of one language becomes its next published version, once however many publish it at a time: "unchanged"
 * when the newest version says the same already. "Incomplete" names what it lacks: everything when there is no draft.
 */
export async function publishLetterDraft(tx: Transaction, publishing: Publishing, now: Date = new Date()): Promise<PublishOutcome> {
  const { campaignId, language } = publishing;
  // Held until the end: who publishes at the same moment waits, and then finds it published.
  const [draft] = await tx
    .select()
    .from(letterDrafts)
    .where(and(eq(letterDrafts.campaignId, campaignId), eq(letterDrafts.language, language)))
    .for("update");
  const newest = await findLetter(campaignId, { language }, tx);
  if (newest && (!draft || isSameText(textOf(newest), textOf(draft)))) return { outcome: "unchanged", number: newest.number };
  const text = draft ? textOf(draft) : EMPTY_LETTER;
  const missing = missingParts(text);
  if (text.datedOn === null || missing.length > 0) return { outcome: "incomplete", missing };
  const number = (await lastNumber(tx, publishing)) + 1;
  await tx.insert(letterVersions).values({ campaignId, language, number, ...text, datedOn: text.datedOn, publishedAt: now });
  await writeEntry(tx, publishing, { number, ...text }, newest, now);
  await tellPublic(tx, campaignId);
  return { outcome: "published", number };
}

async function lastNumber(tx: Transaction, { campaignId, language }: Publishing) {
  const [last] = await tx
    .select({ number: max(letterVersions.number) })
    .from(letterVersions)
    .where(and(eq(letterVersions.campaignId, campaignId), eq(letterVersions.language, language)));
  return last?.number ?? 0;
}

type Numbered = LetterText & { number: number };

async function writeEntry(tx: Transaction, { campaignId, language, by }: Publishing, after: Numbered, before: Numbered | undefined, now: Date) {
  const tell = ({ number, title, bodyMarkdown }: Numbered) => ({ language, version: number, title, words: letterLength(bodyMarkdown, language).words });
  const entry = { campaignId, by, act: "published", subject: "letter", subjectId: language, title: after.title } as const;
  await writeAudit(tx, { ...entry, ...(before ? { before: tell(before) } : {}), after: tell(after) }, now);
}

async function tellPublic(tx: Transaction, campaignId: string) {
  const [campaign] = await tx.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, campaignId));
  await notify(tx, "published", campaign?.slug);
}
