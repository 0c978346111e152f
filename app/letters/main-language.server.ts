import { and, eq, exists, isNotNull, ne, or, sql } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";

interface Choosing {
  campaign: { id: string; slug: string; name: string; language: string };
  language: string;
  by: string;
}

/**
 * From now on the letter's own address shows this language. A public letter turns to no language in which it is not
 * published; the letter of a draft campaign may.
 */
export async function chooseMainLanguage({ campaign, language, by }: Choosing, now: Date = new Date()): Promise<{ outcome: "chosen" | "not chosen" }> {
  return db.transaction(async (tx) => {
    const published = tx
      .select({ one: sql`1` })
      .from(letterVersions)
      .where(and(eq(letterVersions.campaignId, campaign.id), eq(letterVersions.language, language), isNotNull(letterVersions.publishedAt)));
    const chosen = await tx
      .update(campaigns)
      .set({ language, revision: sql`${campaigns.revision} + 1` })
      .where(and(eq(campaigns.id, campaign.id), ne(campaigns.language, language), or(eq(campaigns.state, "draft"), exists(published))))
      .returning({ id: campaigns.id });
    if (chosen.length === 0) return { outcome: "not chosen" };
    const entry = { campaignId: campaign.id, by, act: "changed", subject: "settings", subjectId: campaign.id, title: campaign.name } as const;
    await writeAudit(tx, { ...entry, before: { language: campaign.language }, after: { language } }, now);
    await notify(tx, "published", campaign.slug);
    return { outcome: "chosen" };
  });
}
