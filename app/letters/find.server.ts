import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { letterVersions } from "#db/schema/index.ts";

export type LetterVersion = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

/** The newest published text of a campaign's letter in one language. */
export async function findLetter(campaignId: string, language = "en") {
  const [version] = await db
    .select({
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
    })
    .from(letterVersions)
    .where(
      and(
        eq(letterVersions.campaignId, campaignId),
        eq(letterVersions.language, language),
        isNotNull(letterVersions.publishedAt),
      ),
    )
    .orderBy(desc(letterVersions.number))
    .limit(1);
  return version;
}
