import { and, desc, eq, isNotNull, type SQL } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";
import type { LetterText } from "./letter-text.ts";

export type LetterVersion = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

const versionColumns = {
  id: letterVersions.id,
  number: letterVersions.number,
  language: letterVersions.language,
  title: letterVersions.title,
  addressees: letterVersions.addressees,
  datedOn: letterVersions.datedOn,
  summary: letterVersions.summary,
  bodyMarkdown: letterVersions.bodyMarkdown,
  sourcesMarkdown: letterVersions.sourcesMarkdown,
  publishedAt: letterVersions.publishedAt,
};

interface Wanted {
  /** The campaign's main language when none is given; and when that has no published letter, one that has. */
  language?: string | undefined;
  number?: number | undefined;
}

/** The published text with this number, or the newest one when there is none such. */
export async function findLetter(campaignId: string, { language, number }: Wanted = {}, tx: Transaction | typeof db = db) {
  const [version] = await select(tx, campaignId, language === undefined ? undefined : eq(letterVersions.language, language))
    .orderBy(desc(eq(letterVersions.language, campaigns.language)), letterVersions.language, desc(eq(letterVersions.number, number ?? 0)), desc(letterVersions.number))
    .limit(1);
  return version;
}

/** The letter in the language that a reader asks for; in the campaign's main one when it is not published in that. */
export async function findLetterFor(campaignId: string, { language, number }: Wanted) {
  const asked = language === undefined ? undefined : await findLetter(campaignId, { language, number });
  return asked ?? findLetter(campaignId, language === undefined ? { number } : {});
}

/** The newest published text of every language. */
export async function listNewestLetters(campaignId: string) {
  return db
    .selectDistinctOn([letterVersions.language], versionColumns)
    .from(letterVersions)
    .where(and(eq(letterVersions.campaignId, campaignId), isNotNull(letterVersions.publishedAt)))
    .orderBy(letterVersions.language, desc(letterVersions.number));
}

export type ListedVersion = Awaited<ReturnType<typeof listLetterVersions>>[number];

/** Every published version by its heading, the newest first; of one language only where it is given. */
export async function listLetterVersions(campaignId: string, language?: string, tx: Transaction | typeof db = db) {
  const { id, number, title, publishedAt } = versionColumns;
  const { isMaterial, changeSummary } = letterVersions;
  const inLanguage = language === undefined ? undefined : eq(letterVersions.language, language);
  return tx
    .select({ id, number, language: versionColumns.language, title, isMaterial, changeSummary, publishedAt })
    .from(letterVersions)
    .where(and(eq(letterVersions.campaignId, campaignId), isNotNull(letterVersions.publishedAt), inLanguage))
    .orderBy(desc(letterVersions.publishedAt), letterVersions.language, desc(letterVersions.number));
}

/** Exactly this version; undefined when there is none such, or it is not published. */
export async function findLetterVersion(campaignId: string, language: string, number: number) {
  const [version] = await select(db, campaignId, and(eq(letterVersions.language, language), eq(letterVersions.number, number)));
  return version;
}

/** In which languages the public can read the letter, the main one first. */
export async function listPublishedLanguages(campaignId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ language: letterVersions.language, isMain: eq(letterVersions.language, campaigns.language).mapWith(Boolean) })
    .from(letterVersions)
    .innerJoin(campaigns, eq(campaigns.id, letterVersions.campaignId))
    .where(and(eq(letterVersions.campaignId, campaignId), isNotNull(letterVersions.publishedAt)));
  return rows.toSorted((one, other) => Number(other.isMain) - Number(one.isMain) || one.language.localeCompare(other.language)).map(({ language }) => language);
}

export function textOf({ title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown }: LetterText): LetterText {
  return { title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown };
}

function select(tx: Transaction | typeof db, campaignId: string, which: SQL | undefined) {
  return tx
    .select(versionColumns)
    .from(letterVersions)
    .innerJoin(campaigns, eq(campaigns.id, letterVersions.campaignId))
    .where(and(eq(letterVersions.campaignId, campaignId), isNotNull(letterVersions.publishedAt), which));
}
