import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { letterVersions } from "#db/schema/index.ts";

export type LetterVersion = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

/** The published text with this number, or the newest one when there is none such. */
export async function findLetter(
  campaignId: string,
  { language = "en", number }: { language?: string; number?: number | undefined } = {},
) {
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
    .orderBy(desc(eq(letterVersions.number, number ?? 0)), desc(letterVersions.number))
    .limit(1);
  return version;
}
