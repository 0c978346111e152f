import { asc, eq } from "drizzle-orm";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { letterDrafts, organizers } from "#db/schema/index.ts";
import { findLetter, listNewestLetters, textOf } from "./find.server.ts";
import { letterLength } from "./length.ts";
import { differingParts, EMPTY_LETTER, isSameText, type LetterText } from "./letter-text.ts";

export interface LetterDraft {
  language: string;
  text: LetterText;
  /** 0 while nobody has saved one. */
  revision: number;
  /** Who saved it last; null when the clock or the command line did, or nobody. */
  updatedBy: string | null;
  updatedAt: Date | null;
}

/** A language of the letter with the text that stands to be edited in it. */
export type EditedText = Pick<LetterDraft, "language" | "text">;

interface Saving {
  campaignId: string;
  language: string;
  text: LetterText;
  /** The draft's when it was opened. */
  revision: number;
  by: string | null;
}

export type SaveOutcome = { outcome: "saved" | "unchanged"; revision: number } | { outcome: "conflict"; draft: LetterDraft };

const draftColumns = {
  language: letterDrafts.language,
  title: letterDrafts.title,
  addressees: letterDrafts.addressees,
  datedOn: letterDrafts.datedOn,
  summary: letterDrafts.summary,
  bodyMarkdown: letterDrafts.bodyMarkdown,
  sourcesMarkdown: letterDrafts.sourcesMarkdown,
  revision: letterDrafts.revision,
  updatedBy: organizers.name,
  updatedAt: letterDrafts.updatedAt,
};

/** The saved drafts of a campaign, one a language. */
export async function listLetterDrafts(campaignId: string, tx: Transaction | typeof db = db): Promise<LetterDraft[]> {
  const rows = await tx
    .select(draftColumns)
    .from(letterDrafts)
    .leftJoin(organizers, eq(organizers.id, letterDrafts.updatedBy))
    .where(eq(letterDrafts.campaignId, campaignId))
    .orderBy(asc(letterDrafts.language));
  return rows.map(({ language, revision, updatedBy, updatedAt, ...text }) => ({ language, text, revision, updatedBy, updatedAt }));
}

/** Every language with what stands to be edited in it: the saved draft, or else the newest published text. */
export async function listLetterTexts(campaignId: string): Promise<EditedText[]> {
  const [drafts, published] = await Promise.all([listLetterDrafts(campaignId), listNewestLetters(campaignId)]);
  const unsaved = published.filter(({ language }) => drafts.every((draft) => draft.language !== language));
  return [...drafts, ...unsaved.map((letter) => ({ language: letter.language, text: textOf(letter) }))];
}

/** What stands to be edited: the saved draft, or else the newest published text, or else nothing. */
export async function readLetterDraft(campaignId: string, language: string, tx: Transaction | typeof db = db): Promise<LetterDraft> {
  const saved = (await listLetterDrafts(campaignId, tx)).find((draft) => draft.language === language);
  if (saved) return saved;
  const published = await findLetter(campaignId, { language }, tx);
  return { language, text: published ? textOf(published) : EMPTY_LETTER, revision: 0, updatedBy: null, updatedAt: null };
}

/** Saves the draft unless somebody saved another meanwhile. The public sees nothing of it. */
export async function saveLetterDraft(saving: Saving, now: Date = new Date()): Promise<SaveOutcome> {
  return db.transaction((tx) => saveLetterDraftIn(tx, saving, now));
}

/** The same within the caller's transaction. */
export async function saveLetterDraftIn(tx: Transaction, saving: Saving, now: Date = new Date()): Promise<SaveOutcome> {
  const { campaignId, language, text, revision, by } = saving;
  const before = await readLetterDraft(campaignId, language, tx);
  if (isSameText(before.text, text)) return { outcome: "unchanged", revision: before.revision };
  const values = { ...text, revision: revision + 1, updatedBy: by, updatedAt: now };
  const saved = await tx
    .insert(letterDrafts)
    .values({ campaignId, language, ...values })
    .onConflictDoUpdate({
      target: [letterDrafts.campaignId, letterDrafts.language],
      set: values,
      setWhere: eq(letterDrafts.revision, revision),
    })
    .returning({ revision: letterDrafts.revision });
  if (saved.length === 0) return whatIsThere(tx, saving);
  const entry = { campaignId, by, act: "changed", subject: "letter", subjectId: language, title: text.title || before.text.title } as const;
  await writeAudit(tx, { ...entry, ...changeOf(before.text, text, language) }, now);
  return { outcome: "saved", revision: values.revision };
}

/** Somebody saved first: the same text when a form was sent twice. */
async function whatIsThere(tx: Transaction, { campaignId, language, text }: Saving): Promise<SaveOutcome> {
  const draft = await readLetterDraft(campaignId, language, tx);
  return isSameText(draft.text, text) ? { outcome: "unchanged", revision: draft.revision } : { outcome: "conflict", draft };
}

/** For the log: short parts as they are, long ones by their words. */
function changeOf(before: LetterText, after: LetterText, language: string) {
  const parts = differingParts(before, after).map(({ label }) => label);
  const tell = (text: LetterText) => ({ ...shortPartsOf(text), words: letterLength(text.bodyMarkdown, language).words });
  const change = changesBetween(tell(before), tell(after));
  return { before: { language, ...change?.before }, after: { language, ...change?.after, changed: parts } };
}

function shortPartsOf({ title, addressees, datedOn }: LetterText) {
  return { title, addressees, datedOn };
}
