import { and, eq, max } from "drizzle-orm";
import { v7 } from "uuid";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, letterDrafts, letterVersions } from "#db/schema/index.ts";
import { askSignersAgain } from "./ask-again.server.ts";
import { canAskAgain } from "./asking-rules.ts";
import { findLetter, textOf } from "./find.server.ts";
import { letterLength } from "./length.ts";
import { EMPTY_LETTER, isSameText, type LetterPart, type LetterText, missingParts } from "./letter-text.ts";

/** What the organizer says of the change when a letter that is public becomes another. */
export interface LetterChange {
  /** What is asked or claimed changes: those who signed an earlier text are asked again. */
  isMaterial: boolean;
  /** One line, for the public and for the mail. */
  summary: string;
}

interface Publishing {
  campaignId: string;
  language: string;
  /** Null when the clock or the command line does it. */
  by: string | null;
  /** A first version has none, whatever is said here. */
  change?: LetterChange | undefined;
  /** The draft's, when it was looked at: another is not published unseen. */
  revision?: number | undefined;
}

export type PublishOutcome =
  | { outcome: "published" | "unchanged"; number: number }
  | { outcome: "incomplete"; missing: LetterPart[] }
  | { outcome: "written on" };

const NO_CHANGE: LetterChange = { isMaterial: false, summary: "" };

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
  if (publishing.revision !== undefined && draft && draft.revision !== publishing.revision) return { outcome: "written on" };
  if (newest && (!draft || isSameText(textOf(newest), textOf(draft)))) return { outcome: "unchanged", number: newest.number };
  const text = draft ? textOf(draft) : EMPTY_LETTER;
  const missing = missingParts(text);
  if (text.datedOn === null || missing.length > 0) return { outcome: "incomplete", missing };
  const number = (await lastNumber(tx, publishing)) + 1;
  const change = newest ? (publishing.change ?? NO_CHANGE) : NO_CHANGE;
  const id = v7();
  await tx.insert(letterVersions).values({
    id, campaignId, language, number, ...text, datedOn: text.datedOn, isMaterial: change.isMaterial, changeSummary: change.summary, publishedAt: now,
  });
  await writeEntry(tx, publishing, { number, ...text }, newest, change, now);
  const campaign = await tellPublic(tx, campaignId);
  const { by } = publishing;
  if (change.isMaterial && by !== null && campaign && canAskAgain(campaign)) {
    await askSignersAgain(tx, { campaignId, version: { id, language, number }, by }, now);
  }
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

async function writeEntry(tx: Transaction, { campaignId, language, by }: Publishing, after: Numbered, before: Numbered | undefined, change: LetterChange, now: Date) {
  const tell = ({ number, title, bodyMarkdown }: Numbered) => ({ language, version: number, title, words: letterLength(bodyMarkdown, language).words });
  const entry = { campaignId, by, act: "published", subject: "letter", subjectId: language, title: after.title } as const;
  const told = before ? { before: tell(before), after: { ...tell(after), material: change.isMaterial, change: change.summary } } : { after: tell(after) };
  await writeAudit(tx, { ...entry, ...told }, now);
}

async function tellPublic(tx: Transaction, campaignId: string) {
  const { slug, state, isSample, erasedAt } = campaigns;
  const [campaign] = await tx.select({ slug, state, isSample, erasedAt }).from(campaigns).where(eq(campaigns.id, campaignId));
  await notify(tx, "published", campaign?.slug);
  return campaign;
}
