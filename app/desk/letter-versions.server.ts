import { type ListedVersion, listLetterVersions } from "#app/letters/find.server.ts";
import { newestChange, versionsOfEarlierTexts } from "#app/letters/texts.ts";
import { type Askings, readAskings } from "#app/signatures/letter-changes/askings.server.ts";
import { countByVersion } from "#app/signatures/letter-changes/count-by-version.server.ts";
import { db } from "#db/client.server.ts";
import { listOpenAskings } from "./open-askings.server.ts";

export interface DeskVersion extends ListedVersion {
  /** Confirmed signatures under it; null as long as nobody has counted. */
  signatures: number | null;
  /** Its text says something else than today's. */
  isEarlier: boolean;
  /** What became of the question to earlier signers; null where nothing was to be asked. */
  askings: Askings | null;
}

/** Every published version, the newest first, with what stands under it and what came of asking. */
export async function listDeskVersions(campaignId: string): Promise<DeskVersion[]> {
  const versions = await listLetterVersions(campaignId);
  const [counts, askings] = await Promise.all([countByVersion(campaignId, versions), readAskings(campaignId)]);
  const earlier = new Set(versionsOfEarlierTexts(versions).map(({ id }) => id));
  return versions.map((version) => ({
    ...version,
    signatures: counts ? (counts.get(version.id) ?? 0) : null,
    isEarlier: earlier.has(version.id),
    askings: askings.get(version.id) ?? null,
  }));
}

/** One of them; with the job that asks its signers, and whether it is the change that is asked about. */
export async function readDeskVersion(campaignId: string, language: string, number: number) {
  const versions = await listDeskVersions(campaignId);
  const version = versions.find((one) => one.language === language && one.number === number);
  if (!version) return undefined;
  const isAsked = newestChange(versions, language)?.id === version.id;
  const [job] = isAsked ? await listOpenAskings(db, campaignId, version.id) : [];
  return { version, isAsked, jobId: job?.id ?? null };
}
