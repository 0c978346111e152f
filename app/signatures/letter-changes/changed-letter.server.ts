import { and, eq } from "drizzle-orm";
import { canAskAgain } from "#app/letters/asking-rules.ts";
import { listLetterVersions, type ListedVersion } from "#app/letters/find.server.ts";
import { newestChange } from "#app/letters/texts.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";

/** A material change, with what its mail says and whose signers it concerns. */
export interface ChangedLetter {
  campaign: { id: string; slug: string; name: string; senderName: string };
  change: ListedVersion;
  /** What is asked about now: the change, or the same text with its spelling mended since. */
  newest: ListedVersion;
  /** Ids of the versions of earlier texts in its language, with their numbers. */
  earlier: Map<string, number>;
}

/** Undefined once a newer change has taken its place, and where nobody may be asked any more. */
export async function findChangedLetter(letterVersionId: string, tx: Transaction | typeof db = db): Promise<ChangedLetter | undefined> {
  const [found] = await tx
    .select({
      language: letterVersions.language,
      campaign: { id: campaigns.id, slug: campaigns.slug, name: campaigns.name, senderName: campaigns.senderName },
      asked: { state: campaigns.state, isSample: campaigns.isSample, erasedAt: campaigns.erasedAt },
    })
    .from(letterVersions)
    .innerJoin(campaigns, eq(campaigns.id, letterVersions.campaignId))
    .where(and(eq(letterVersions.id, letterVersionId), eq(letterVersions.isMaterial, true)));
  if (!found || !canAskAgain(found.asked)) return undefined;
  const versions = (await listLetterVersions(found.campaign.id, found.language, tx)).toSorted((one, other) => other.number - one.number);
  const [newest] = versions;
  const change = newestChange(versions, found.language);
  if (!newest || change?.id !== letterVersionId) return undefined;
  return { campaign: found.campaign, change, newest, earlier: new Map(versions.filter(({ number }) => number < change.number).map(({ id, number }) => [id, number])) };
}
