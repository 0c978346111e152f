import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { letterVersions } from "#db/schema/index.ts";
import { whatHolds } from "./contents.ts";
import { exportCampaign } from "./export.server.ts";
import { readCampaign } from "./read.server.ts";
import type { FolderLetter } from "./folder-campaign.ts";

/** The files that an export holds now, with what each is and, of a letter, how it stands to what was published. */
export async function listContents(campaignId: string) {
  const [files, standings] = await Promise.all([exportCampaign(campaignId), readStandings(campaignId)]);
  return [...files].map(([path, content]) => ({
    path,
    holds: whatHolds(path),
    bytes: content.length,
    standing: standings.get(path) ?? null,
  }));
}

/** By the file of each letter: which published version it equals. That is the house's to know; no folder says it. */
async function readStandings(campaignId: string) {
  const { drafts, published } = await db.transaction(async (tx) => {
    const campaign = await readCampaign(tx, campaignId, { letters: "drafts" });
    const versions = await tx
      .select()
      .from(letterVersions)
      .where(and(eq(letterVersions.campaignId, campaignId), isNotNull(letterVersions.publishedAt)))
      .orderBy(desc(letterVersions.number));
    return { drafts: campaign.letters, published: versions };
  });
  return new Map(drafts.map((draft) => [`letter.${draft.language}.md`, standingOf(draft, published.filter(({ language }) => language === draft.language))]));
}

/** Versions from the newest. */
function standingOf(draft: FolderLetter, versions: (FolderLetter & { number: number })[]): string {
  const [newest] = versions;
  if (!newest) return "not published yet";
  const equal = versions.find((version) => textsOf(version) === textsOf(draft));
  if (!equal) return `changed since version ${newest.number}, which is published`;
  return equal === newest ? `as published, version ${equal.number}` : `as version ${equal.number}; published is version ${newest.number}`;
}

function textsOf({ title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown }: FolderLetter): string {
  return JSON.stringify([title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown]);
}
