import { eq } from "drizzle-orm";
import { listLetterVersions, type ListedVersion } from "#app/letters/find.server.ts";
import { newestChange } from "#app/letters/texts.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { letterVersions } from "#db/schema/index.ts";

/** What a signer is asked as long as they stand under an earlier text. */
export interface LetterQuestion {
  signed: ListedVersion;
  change: ListedVersion;
  /** The text that they would agree to. */
  newest: ListedVersion;
}

/** Today's question to whoever signed this version; undefined when its text is still the letter's. */
export async function questionAbout(signedVersionId: string, tx: Transaction | typeof db = db): Promise<LetterQuestion | undefined> {
  const [found] = await tx
    .select({ campaignId: letterVersions.campaignId, language: letterVersions.language })
    .from(letterVersions)
    .where(eq(letterVersions.id, signedVersionId));
  if (!found) return undefined;
  const versions = (await listLetterVersions(found.campaignId, found.language, tx)).toSorted((one, other) => other.number - one.number);
  const [newest] = versions;
  const [change, signed] = [newestChange(versions, found.language), versions.find(({ id }) => id === signedVersionId)];
  if (!newest || !change || !signed || signed.number >= change.number) return undefined;
  return { signed, change, newest };
}
