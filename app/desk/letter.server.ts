import { listLetterDrafts, type LetterDraft, readLetterDraft } from "#app/letters/draft.server.ts";
import { findLetter, findLetterVersion, listLetterVersions, textOf } from "#app/letters/find.server.ts";
import { letterLength, type LetterLength } from "#app/letters/length.ts";
import { differingParts, EMPTY_LETTER, LETTER_PARTS, type LetterText, missingParts, partOf } from "#app/letters/letter-text.ts";
import { type DifferencePart, differenceOf } from "./difference.ts";

export interface LetterLanguage {
  language: string;
  title: string;
  length: LetterLength;
  /** The newest version that the public can read. */
  published: { number: number; publishedAt: Date | null } | null;
  /** Names of the parts in which the draft differs from that; all that it has when nothing is published. */
  changed: string[];
  /** Names of the parts that it lacks before it can be published. */
  missing: string[];
  savedBy: string | null;
  savedAt: Date | null;
}

/** Every language of a campaign's letter, the main one first, and every published version, the newest first. */
export async function readLetterDesk(campaign: { id: string; language: string }) {
  const [drafts, versions] = await Promise.all([listLetterDrafts(campaign.id), listLetterVersions(campaign.id)]);
  const others = [...drafts, ...versions].map(({ language }) => language).toSorted();
  const tags = [...new Set([campaign.language, ...others])];
  const languages = tags.map((tag) =>
    describe(tag, drafts.find(({ language }) => language === tag), versions.find(({ language }) => language === tag)),
  );
  return { languages, versions: versions.toSorted((one, other) => Number(other.publishedAt) - Number(one.publishedAt)).map(choose) };
}

type Version = Awaited<ReturnType<typeof listLetterVersions>>[number];

function describe(language: string, draft: LetterDraft | undefined, newest: Version | undefined): LetterLanguage {
  const published = newest ? textOf(newest) : undefined;
  const text = draft?.text ?? published ?? EMPTY_LETTER;
  return {
    language,
    title: text.title,
    length: letterLength(text.bodyMarkdown, language),
    published: newest ? { number: newest.number, publishedAt: newest.publishedAt } : null,
    changed: differingParts(text, published ?? EMPTY_LETTER).map(({ label }) => label),
    missing: missingParts(text).map(({ label }) => label),
    savedBy: draft?.updatedBy ?? null,
    savedAt: draft?.updatedAt ?? null,
  };
}

function choose({ number, language, title, publishedAt, bodyMarkdown }: Version) {
  return { number, language, title, publishedAt, length: letterLength(bodyMarkdown, language) };
}

/** The draft of one language and what of it is public. */
export async function readLetterState(campaignId: string, language: string) {
  const [draft, newest] = await Promise.all([readLetterDraft(campaignId, language), findLetter(campaignId, { language })]);
  return { draft, newest, state: describe(language, draft, newest) };
}

/** "draft", or the number of a published version. */
export type Side = "draft" | number;

/** One side of a comparison; undefined for a version that is not there. */
export async function readSide(campaignId: string, language: string, side: Side): Promise<LetterText | undefined> {
  if (side === "draft") return (await readLetterDraft(campaignId, language)).text;
  const version = await findLetterVersion(campaignId, language, side);
  return version && textOf(version);
}

export interface ComparedPart {
  label: string;
  parts: DifferencePart[];
}

/** Part by part; those that are the same are left out. */
export function compareTexts(older: LetterText, newer: LetterText): ComparedPart[] {
  const differing = new Set<string>(differingParts(older, newer).map(({ part }) => part));
  return LETTER_PARTS.filter(({ part }) => differing.has(part)).map((part) => ({
    label: part.label,
    parts: differenceOf(partOf(older, part), partOf(newer, part)),
  }));
}
