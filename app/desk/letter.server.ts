import { listLetterDrafts, type LetterDraft, readLetterDraft } from "#app/letters/draft.server.ts";
import { findLetter, type LetterVersion, findLetterVersion, listNewestLetters, textOf } from "#app/letters/find.server.ts";
import { letterLength, type LetterLength } from "#app/letters/length.ts";
import { differingParts, EMPTY_LETTER, type LetterText, missingParts } from "#app/letters/letter-text.ts";
import { listDeskVersions } from "./letter-versions.server.ts";

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
  const [drafts, newest, versions] = await Promise.all([
    listLetterDrafts(campaign.id),
    listNewestLetters(campaign.id),
    listDeskVersions(campaign.id),
  ]);
  const others = [...drafts, ...newest].map(({ language }) => language).toSorted();
  const tags = [...new Set([campaign.language, ...others])];
  const languages = tags.map((tag) =>
    describe(tag, drafts.find(({ language }) => language === tag), newest.find(({ language }) => language === tag)),
  );
  return { languages, versions };
}

function describe(language: string, draft: LetterDraft | undefined, newest: LetterVersion | undefined): LetterLanguage {
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
